import type { ReadImport } from '@zerodo/domain/import';
import { Rejected } from '@zerodo/domain/rejected';
import * as z from 'zod';
import { plainText } from './plain-text.ts';
import { localMoment, Reading, type ReadRule, type Surroundings } from './reading.ts';

const moment = z.string().max(40).nullish();

/** As much of a task as is taken; Vikunja sends more, and leaves out what is empty. */
const vikunjaTask = z.object({
  id: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  done: z.boolean().nullish(),
  done_at: moment,
  due_date: moment,
  start_date: moment,
  created: moment,
  updated: moment,
  priority: z.number().nullish(),
  position: z.number().nullish(),
  percent_done: z.number().nullish(),
  repeat_after: z.number().nullish(),
  repeat_mode: z.number().nullish(),
  labels: z.array(z.object({ title: z.string() })).nullish(),
  reminders: z
    .array(
      z.object({
        reminder: moment,
        relative_period: z.number().nullish(),
        relative_to: z.string().nullish(),
      }),
    )
    .nullish(),
  related_tasks: z.record(z.string(), z.array(z.object({ id: z.number() })).nullish()).nullish(),
});
type VikunjaTask = z.infer<typeof vikunjaTask>;

const vikunjaProject = z.object({
  title: z.string(),
  description: z.string().nullish(),
  hex_color: z.string().nullish(),
  tasks: z.array(z.unknown()).nullish(),
});

/**
 * The `data.json` of an export of Vikunja: projects with their tasks, or, before version 0.21, namespaces with lists.
 *
 * @throws Rejected `import-unreadable`
 */
export function readVikunja(value: unknown, surroundings: Surroundings): ReadImport {
  const outer = Array.isArray(value) ? value : [value];
  const projects = outer.flatMap((one) => (Array.isArray(one?.lists) ? one.lists : [one]));
  const reading = new Reading(surroundings);
  const all: { row: number; project: number; task: VikunjaTask }[] = [];
  let row = 0;
  for (const one of projects) {
    const { data: project } = vikunjaProject.safeParse(one);
    if (!project)
      throw new Rejected('import-unreadable', 'The file is no export of Vikunja: it lists no projects.');
    const color = project.hex_color?.replace(/^#?/, '#').toLowerCase();
    const number = reading.project(row + 1, project.title, {
      description: plainText(project.description ?? '').slice(0, 2_000),
      color: color && /^#[0-9a-f]{6}$/.test(color) ? color : null,
    });
    for (const each of project.tasks ?? []) {
      row += 1;
      const { data: task, error } = vikunjaTask.safeParse(each);
      if (task) all.push({ row, project: number, task });
      else
        reading.problem(
          row,
          error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
        );
    }
  }
  const numbers = new Map(all.map(({ task }) => [task.id, reading.number()]));
  const parents = parentsOf(all.map(({ task }) => task));
  for (const { row: at, project, task } of all) {
    const parent = parents.get(task.id);
    const fields = { ...fieldsOf(task, surroundings), parent: (parent && numbers.get(parent)) || null };
    reading.add(at, numbers.get(task.id)!, project, fields, ruleOf(task));
  }
  return reading;
}

/** Each side of a relation may be told: by the whole, by the part, or by both. */
function parentsOf(tasks: VikunjaTask[]): Map<number, number> {
  const parents = new Map<number, number>();
  for (const { id, related_tasks: related } of tasks) {
    const [parent] = related?.parenttask ?? [];
    if (parent) parents.set(id, parent.id);
    for (const part of related?.subtask ?? []) if (!parents.has(part.id)) parents.set(part.id, id);
  }
  return parents;
}

/** Year 1 stands for no time at all. */
const instant = (text: string | null | undefined): Date | null => {
  const at = text && !text.startsWith('0001') ? new Date(text) : null;
  return at && Number.isFinite(at.getTime()) ? at : null;
};

function fieldsOf(task: VikunjaTask, { timezone }: Surroundings) {
  const due = instant(task.due_date) ?? (ruleOf(task) ? instant(task.start_date) : null);
  const [date = '', time = null] = due ? localMoment(due, timezone).split('T') : [];
  return {
    title: task.title,
    notes: plainText(task.description ?? ''),
    // Vikunja: 0 unset, 1 low, 2 medium, 3 high, 4 urgent, 5 do now.
    priority: [4, 4, 3, 2, 1, 1][task.priority ?? 0] ?? 4,
    labels: (task.labels ?? []).map(({ title }) => title),
    status: task.done || (task.percent_done ?? 0) >= 1 ? ('completed' as const) : ('open' as const),
    due: due && { date, time, timezone, floating: false },
    reminders: (task.reminders ?? []).flatMap(({ reminder, relative_period, relative_to }): object[] => {
      const before = -(relative_period ?? 0);
      if (relative_to === 'due_date' && due && before >= 0)
        return [{ type: 'before', minutes: Math.round(before / 60) }];
      const at = instant(reminder);
      return at ? [{ type: 'at', local: localMoment(at, timezone), timezone }] : [];
    }),
    ...(typeof task.position === 'number' && { position: task.position }),
    createdAt: instant(task.created)?.toISOString(),
    updatedAt: instant(task.updated)?.toISOString(),
    completedAt: instant(task.done_at)?.toISOString() ?? null,
  };
}

/** Every so many seconds from the due date (mode 0) or from completion (2), or every month (1). */
function ruleOf({ repeat_after: seconds, repeat_mode: mode }: VikunjaTask): ReadRule | undefined {
  if (mode === 1) return { rrules: ['FREQ=MONTHLY'] };
  if (!seconds || seconds < 60) return undefined;
  const units: [string, number][] = [
    ['WEEKLY', 604_800],
    ['DAILY', 86_400],
    ['HOURLY', 3_600],
    ['MINUTELY', 60],
  ];
  const [freq, length] = units.find(([, unit]) => seconds % unit === 0) ?? ['MINUTELY', 60];
  const interval = Math.round(seconds / length);
  return {
    rrules: [`FREQ=${freq}${interval > 1 ? `;INTERVAL=${interval}` : ''}`],
    mode: mode === 2 ? 'completion' : 'schedule',
  };
}
