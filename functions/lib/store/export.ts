import { type InOrder, inOrder } from '@zerodo/domain/export-order';
import type {
  Exported,
  ExportedLabel,
  ExportedProject,
  ExportedSeries,
  ExportedTask,
} from '@zerodo/domain/exported';
import { toExported } from '@zerodo/domain/exported-filter';
import type { Reminder } from '@zerodo/domain/reminder';
import { listFilters } from './filters.ts';
import { knownPerson } from './preferences.ts';
import type { SeriesRow } from './series.ts';
import type { Tx } from './sql.ts';
import { type DueColumns, dueOf } from './task-row.ts';

/** Everything of the projects that a person owns, or what a calendar shows of all that the person belongs to. */
export type Extent = 'owned' | 'calendar';

/** What a person owns; `ids` has the id of each task by its number. */
export type Export = Exported & { ids: Map<number, string> };

type Row = { id: string; createdAt: Date; updatedAt: Date };
type ProjectRow = Row &
  Omit<ExportedProject, 'id' | 'inbox' | 'archivedAt'> & { isInbox: boolean; archivedAt: Date | null };
type TaskRow = Row &
  DueColumns &
  Pick<
    ExportedTask,
    'title' | 'notes' | 'priority' | 'labels' | 'status' | 'section' | 'deadline' | 'durationMinutes'
  > & {
    projectId: string;
    seriesId: string | null;
    parentId: string | null;
    assigneeId: string | null;
    dueAt: Date | null;
    slotLocal: string | null;
    slotAt: Date | null;
    position: number;
    completedAt: Date | null;
    deletedAt: Date | null;
    reminders: Reminder[];
  };

export async function readExport(tx: Tx, userId: string, extent: Extent): Promise<Export> {
  const { timezone, preferences } = await knownPerson(tx, userId);
  const projects = await projectsOf(tx, userId, extent);
  const projectIds = tx.types.textArray(projects.map(({ id }) => id));
  const series = await tx<SeriesRow[]>`
    select * from series
    where project_id = any(${projectIds}::text[]::uuid[]) and deleted_at is null order by created_at, id
  `;
  const rows = await tasksOf(tx, userId, projectIds, extent);
  const ordered = series.map(({ id }) => id);
  const tasks = inOrder(rows, ordered);
  const labels = await tx<(Omit<ExportedLabel, 'createdAt'> & { createdAt: Date })[]>`
    select name, color, position, created_at from labels where user_id = ${userId} order by created_at, name
  `;
  const filters = await listFilters(tx, userId);
  const numbers = {
    projects: numbersOf(projects),
    series: numbersOf(series),
    tasks: numbersOf(tasks.map(({ task }) => task)),
  };
  return {
    preferences: { timezone, ...preferences },
    projects: projects.map((row, index) => exportedProject(row, index + 1)),
    labels: labels.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
    filters: filters.flatMap((one) => toExported(one, numbers.projects, userId) ?? []),
    series: series.map((row) => exportedSeries(row, numbers, userId)),
    tasks: tasks.map((one) => exportedTask(one, numbers, userId)),
    ids: new Map(tasks.map(({ task }, index) => [index + 1, task.id])),
  };
}

type Numbers = Record<'projects' | 'series' | 'tasks', Map<string, number>>;
const numbersOf = (rows: readonly { id: string }[]) => new Map(rows.map(({ id }, index) => [id, index + 1]));

/** The inbox first, and the rest as they were made. */
const projectsOf = (tx: Tx, userId: string, extent: Extent) => tx<ProjectRow[]>`
  select p.* from projects p
  join project_members m on m.project_id = p.id and m.user_id = ${userId}
  where p.deleted_at is null and ${extent === 'owned' ? tx`m.role = 'owner'` : tx`p.archived_at is null`}
  order by p.is_inbox desc, p.created_at, p.id
`;

/** Deleted occurrences belong to what their series has made; the reminders are the person's own. */
const tasksOf = (
  tx: Tx,
  userId: string,
  projectIds: ReturnType<Tx['types']['textArray']>,
  extent: Extent,
) => tx<TaskRow[]>`
  select t.*, coalesce(r.specs, '[]') as reminders
  from tasks t
  left join series s on s.id = t.series_id and s.deleted_at is null
  left join lateral (
    select jsonb_agg(spec order by ordinal) as specs from reminders
    where task_id = t.id and user_id = ${userId} and ordinal >= 0
  ) r on true
  where t.project_id = any(${projectIds}::text[]::uuid[])
    and ${
      extent === 'owned'
        ? tx`(t.deleted_at is null or s.id is not null)`
        : tx`t.deleted_at is null and t.status = 'open' and t.due_date is not null`
    }
`;

function exportedProject(row: ProjectRow, id: number): ExportedProject {
  const { isInbox, name, color, description, position, sections, defaultView, archivedAt } = row;
  return {
    ...{ id, inbox: isInbox, name, color, description, position, sections, defaultView },
    archivedAt: archivedAt?.toISOString() ?? null,
    ...(!isInbox && moments(row)),
  };
}

function exportedSeries(row: SeriesRow, { projects, series }: Numbers, userId: string): ExportedSeries {
  return {
    id: series.get(row.id)!,
    project: projects.get(row.projectId)!,
    title: row.title,
    notes: row.notes,
    priority: row.priority,
    labels: row.labels,
    section: row.section,
    assigned: row.assigneeId === userId,
    durationMinutes: row.durationMinutes,
    reminders: row.reminders,
    rrules: row.rrules,
    exdates: row.exdates,
    rdates: row.rdates,
    dtstart: row.dtstart,
    until: row.until,
    allDay: row.allDay,
    timezone: row.timezone,
    floating: row.floating,
    mode: row.mode,
    spawn: row.spawn,
    catchUp: row.catchUp,
    state: row.state,
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    ...moments(row),
  };
}

function exportedTask(
  { task, follows }: InOrder<TaskRow>,
  { projects, series, tasks }: Numbers,
  userId: string,
): ExportedTask {
  return {
    id: tasks.get(task.id)!,
    project: projects.get(task.projectId)!,
    series: series.get(task.seriesId ?? '') ?? null,
    follows: follows === 'series' ? follows : (tasks.get(follows ?? '') ?? null),
    parent: tasks.get(task.parentId ?? '') ?? null,
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    labels: task.labels,
    section: task.section,
    assigned: task.assigneeId === userId,
    durationMinutes: task.durationMinutes,
    reminders: task.reminders,
    status: task.status,
    due: dueOf(task),
    dueAt: task.dueAt?.toISOString() ?? null,
    slot: task.slotAt && { local: task.slotLocal!, at: task.slotAt.toISOString() },
    deadline: task.deadline,
    position: task.position,
    ...moments(task),
    completedAt: task.completedAt?.toISOString() ?? null,
    deletedAt: task.deletedAt?.toISOString() ?? null,
  };
}

const moments = ({ createdAt, updatedAt }: Row) => ({
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
