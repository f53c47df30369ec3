// What an accepted import makes: things with ids of their own, and the events that announce them.
import { dueInstant } from './due-instant.ts';
import type { ExportedProject, ExportedSeries, ExportedTask } from './exported.ts';
import { importedIds, type Placed } from './import-ids.ts';
import { toLocal } from './local-time.ts';
import type { OutgoingEvent } from './outgoing.ts';
import { taskEvent } from './outgoing.ts';
import { planReminders } from './planned-reminders.ts';
import type { Preferences } from './preferences.ts';
import type { Project } from './project.ts';
import { newProject, projectEvent } from './project-changes.ts';
import { type Series, shown } from './series.ts';
import { seriesEvent } from './series-events.ts';
import { nextDueAt } from './series-slots.ts';
import type { Task } from './task.ts';

export type ImportedTask = Task & {
  slot: ExportedTask['slot'];
  deletedAt: string | null;
};

export type Importing = {
  userId: string;
  timezone: string;
  quietHours: Preferences['quietHours'];
  now: Date;
  newId: () => string;
};

/** Where a project of the file goes: into one that is there, or into a new one. */
export type Destination = { id: string; made: Project | null };

/** The project that a project of the file becomes. */
export function projectOf(exported: ExportedProject, { now, newId }: Importing): Project {
  const { name, color, description, position, sections, defaultView, archivedAt, createdAt, updatedAt } =
    exported;
  const made = newProject(
    { name, color, description, sections, defaultView, position },
    { id: newId(), now },
  );
  return {
    ...made,
    archivedAt,
    createdAt: createdAt ?? made.createdAt,
    updatedAt: updatedAt ?? createdAt ?? made.updatedAt,
  };
}

/**
 * The series and tasks of a file, in its order, and the events of everything that is new. Reminders that
 * would have come already are past; nothing of a task that is done will come.
 */
export function planImport(
  { series, tasks }: { series: readonly ExportedSeries[]; tasks: readonly ExportedTask[] },
  projects: ReadonlyMap<number, Destination>,
  by: Importing,
): { series: Series[]; tasks: ImportedTask[]; events: OutgoingEvent[] } {
  const place: Placed = importedIds(series, tasks, by.newId);
  const projectId = (number: number): string => projects.get(number)!.id;
  const made = new Map(series.map((one) => [one.id, seriesOf(one, place, projectId(one.project), by)]));
  const all = tasks.map((task, index) =>
    taskOf(task, { place, series: made, index, projectId: projectId(task.project) }, by),
  );
  const { userId: actor, now, newId } = by;
  const change = () => ({ actor, now, eventId: newId() });
  const owner = [{ userId: actor, role: 'owner' as const }];
  return {
    series: [...made.values()],
    tasks: all,
    events: [
      ...[...projects.values()].flatMap(({ made: project }) =>
        project
          ? [
              projectEvent('dev.zerodo.project.created.v1', project, owner, {
                ...change(),
                changed: Object.keys(project),
              }),
            ]
          : [],
      ),
      ...[...made.values()].map((one) => seriesEvent('created', one, change())),
      ...all.flatMap(({ slot: _slot, deletedAt, ...task }) =>
        deletedAt ? [] : [taskEvent('dev.zerodo.task.created.v1', task, Object.keys(task), change())],
      ),
    ],
  };
}

function seriesOf(
  { id, project: _project, assigned, nextDueAt: next, createdAt, updatedAt, ...rest }: ExportedSeries,
  place: Placed,
  projectId: string,
  { userId, now }: Importing,
): Series {
  const begun = createdAt ?? now.toISOString();
  const series: Series = {
    ...rest,
    id: place.series.get(id)!,
    projectId,
    createdBy: userId,
    assigneeId: assigned ? userId : null,
    nextDueAt: next ?? null,
    version: 1,
    createdAt: begun,
    updatedAt: updatedAt ?? begun,
  };
  if (next !== undefined || series.state !== 'active') return series;
  return { ...series, nextDueAt: nextDueAt(series, dueInstant(startDue(series)).toISOString(), 0) };
}

const startDue = ({ dtstart, timezone, floating }: Pick<Series, 'dtstart' | 'timezone' | 'floating'>) => {
  const [date = '', time] = dtstart.split('T');
  return { date, time: time ?? null, timezone, floating };
};

type Surroundings = { place: Placed; series: Map<number, Series>; index: number; projectId: string };

function taskOf(
  task: ExportedTask,
  { place, series, index, projectId }: Surroundings,
  { userId, timezone, quietHours, now }: Importing,
): ImportedTask {
  const { due, status } = task;
  const createdAt = task.createdAt ?? now.toISOString();
  const updatedAt = task.updatedAt ?? task.completedAt ?? createdAt;
  const its = task.series === null ? undefined : series.get(task.series);
  const planned = planReminders(task.reminders, { due, timezone, now, quietHours });
  const over = status === 'completed' || task.deletedAt !== null;
  return {
    id: place.tasks.get(task.id)!,
    projectId,
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    labels: task.labels,
    status,
    due,
    dueAt: due && instantOf(due, task.dueAt),
    recurrence: its ? shown(its) : null,
    reminders: planned.map((one) => (over && one.state === 'planned' ? { ...one, state: 'cancelled' } : one)),
    parentId: task.parent === null ? null : place.tasks.get(task.parent)!,
    section: task.section,
    assigneeId: task.assigned ? userId : null,
    deadline: task.deadline,
    durationMinutes: task.durationMinutes,
    position: task.position ?? now.getTime() + index,
    version: 1,
    createdAt,
    updatedAt,
    completedAt: status === 'completed' ? (task.completedAt ?? updatedAt) : null,
    slot: task.slot,
    deletedAt: task.deletedAt,
  };
}

/** The instant that the file names where the wall clock shows it, else the one that the due date means today. */
function instantOf(due: NonNullable<ExportedTask['due']>, named: string | null | undefined): string {
  const usual = dueInstant(due).toISOString();
  if (!named || named === usual) return usual;
  const wall = toLocal(new Date(named), due.timezone);
  return wall.startsWith(`${due.date}T${due.time ?? '00:00'}`) ? named : usual;
}
