// Whether what a file says can be taken, thing by thing, so that whatever cannot is named.
import type * as z from 'zod';
import { checkDate } from './due.ts';
import { completeDue } from './due-instant.ts';
import {
  type ExportedLabel,
  type ExportedProject,
  type ExportedSeries,
  type ExportedTask,
  exportedLabel,
  exportedProject,
  exportedSeries,
  exportedTask,
} from './exported.ts';
import { type ExportedFilter, exportedFilter } from './exported-filter.ts';
import type { ReadImport, Row, Skipped } from './import.ts';
import { checkLabels, checkNotes, checkTitle, limits } from './limits.ts';
import { checkTimezone } from './local-time.ts';
import { checkReminders } from './planned-reminders.ts';
import { checkRecurrence } from './recurrence.ts';
import { Rejected } from './rejected.ts';
import { reminderInstant } from './reminders.ts';

type Checked<T> = { row: number; of: string; value: T };
export type Accepted = {
  preferences: unknown;
  projects: ExportedProject[];
  labels: ExportedLabel[];
  filters: ExportedFilter[];
  series: ExportedSeries[];
  tasks: ExportedTask[];
};

/** What is left out, each row with the first reason: a task and its series may stand on one row. */
class Skips {
  readonly all: Skipped[] = [];
  readonly #rows = new Set<string>();

  add({ row, of }: { row: number; of: string }, reason: string): void {
    const place = `${of}${row}`;
    if (this.#rows.has(place)) return;
    this.#rows.add(place);
    this.all.push({ row, reason: `${of}${reason}` });
  }
}

/**
 * What of a file can be taken, and what cannot with the reason. A thing whose project, series or parent
 * cannot be taken cannot be taken either.
 *
 * @throws Rejected `import-too-large`
 */
export function checkImport(read: ReadImport): { accepted: Accepted; skipped: Skipped[] } {
  if (read.tasks.length > limits.importTasks) {
    throw new Rejected(
      'import-too-large',
      `The file has ${read.tasks.length} tasks, ${limits.importTasks} are taken at once: split it.`,
    );
  }
  const skipped = new Skips();
  const projects = each(read.projects, exportedProject, (project) => project, skipped);
  const labels = each(read.labels, exportedLabel, (label) => label, skipped);
  const filters = each(read.filters ?? [], exportedFilter, checkedFilter, skipped);
  const series = each(read.series, exportedSeries, checkedSeries, skipped);
  const tasks = each(read.tasks, exportedTask, checkedTask, skipped);

  const inProjects = numbered(projects, skipped);
  const goodFilters = kept(
    filters,
    skipped,
    ({ query }) =>
      !(query.project ?? []).every((one) => inProjects.has(one)) && 'a project of it is not there',
  );
  const goodSeries = numbered(
    kept(series, skipped, ({ project }) => !inProjects.has(project) && 'its project is not there'),
    skipped,
  );
  const inSeries = numbered(
    kept(tasks, skipped, (task) => {
      if (!inProjects.has(task.project)) return 'its project is not there';
      if (task.series === null) return false;
      const its = goodSeries.get(task.series);
      return (!its || its.value.project !== task.project) && 'its series is not there, or in another project';
    }),
    skipped,
  );
  const accepted = kept([...inSeries.values()], skipped, (task) => misplaced(task, inSeries));
  const named = new Set(read.tasks.map((row) => 'value' in row && Object(row.value).series));
  const held = new Set(accepted.map(({ value }) => value.series));
  // It would go on for ever without an occurrence that could be done.
  const begun = kept(
    [...goodSeries.values()],
    skipped,
    ({ id }) => named.has(id) && !held.has(id) && 'none of its tasks can be taken',
  );
  return {
    accepted: {
      preferences: read.preferences,
      projects: [...inProjects.values()].map(({ value }) => value),
      labels: labels.map(({ value }) => value),
      filters: goodFilters.map(({ value }) => value),
      series: begun.map(({ value }) => value),
      tasks: accepted.map(({ value }) => value),
    },
    skipped: skipped.all.toSorted((one, other) => one.row - other.row),
  };
}

function each<S extends z.ZodType, T>(
  rows: Row[],
  schema: S,
  check: (value: z.infer<S>) => T,
  skipped: Skips,
): Checked<T>[] {
  return rows.flatMap((one) => {
    const { row } = one;
    const of = one.of ? `${one.of}: ` : '';
    const reason = (why: string) => {
      skipped.add({ row, of }, why);
      return [];
    };
    if ('problem' in one) return reason(one.problem);
    const { data, error } = schema.safeParse(one.value);
    if (error) {
      return reason(
        error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; '),
      );
    }
    try {
      return [{ row, of, value: check(data) }];
    } catch (refusal) {
      if (refusal instanceof Rejected) return reason(refusal.message);
      throw refusal;
    }
  });
}

function kept<T>(rows: Checked<T>[], skipped: Skips, why: (value: T) => string | false): Checked<T>[] {
  return rows.filter((one) => {
    const reason = why(one.value);
    if (reason) skipped.add(one, reason);
    return !reason;
  });
}

/** By their numbers; a number that is there already is nobody's. */
function numbered<T extends { id: number }>(rows: Checked<T>[], skipped: Skips): Map<number, Checked<T>> {
  const known = new Map<number, Checked<T>>();
  for (const one of rows) {
    if (known.has(one.value.id)) skipped.add(one, `the id ${one.value.id} is there twice`);
    else known.set(one.value.id, one);
  }
  return known;
}

const checkedWords = <T extends { title: string; notes: string; labels: string[]; section: string | null }>(
  one: T,
): T => ({
  ...one,
  title: checkTitle(one.title),
  notes: checkNotes(one.notes),
  labels: checkLabels(one.labels),
  section: one.section?.trim() || null,
});

function checkedFilter(filter: ExportedFilter): ExportedFilter {
  for (const day of [filter.query.dueFrom, filter.query.dueTo]) if (day) checkDate(day);
  return filter;
}

function checkedSeries(series: ExportedSeries): ExportedSeries {
  checkTimezone(series.timezone);
  checkReminders(series.reminders);
  if (series.rrules.length > limits.rrules) {
    throw new Rejected('invalid-recurrence', `A recurrence has at most ${limits.rrules} rules.`);
  }
  if (series.mode === 'completion' && series.spawn === 'schedule') {
    throw new Rejected('invalid-recurrence', 'A rule counted from completion cannot appear on schedule.');
  }
  // A series that is over may have nothing left; its rule is still one.
  try {
    checkRecurrence(series);
  } catch (refusal) {
    const over = series.state !== 'active' && (refusal as Rejected).code === 'recurrence-never-matches';
    if (!over) throw refusal;
  }
  if (series.until !== null) checkDate(series.until.slice(0, 10));
  return checkedWords(series);
}

/** With notes of so many characters a task fits, even if each of all its characters takes six bytes. */
const neverTooLong = 4_000;

function checkedTask(task: ExportedTask): ExportedTask {
  const due = task.due && completeDue(task.due, 'UTC');
  if (task.deadline !== null) checkDate(task.deadline);
  checkReminders(task.reminders);
  for (const one of task.reminders) {
    if (one.type === 'at') reminderInstant(one, due, due?.timezone ?? 'UTC');
  }
  if (task.slot) checkDate(task.slot.local.slice(0, 10));
  if (task.series !== null && task.status === 'open' && !due) {
    throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  }
  const checked = checkedWords({ ...task, due });
  if (task.notes.length <= neverTooLong) return checked;
  const bytes = new TextEncoder().encode(JSON.stringify(checked)).length;
  if (bytes > limits.taskBytes - 4_096) {
    throw new Rejected('task-too-large', `The task has ${bytes} bytes as JSON: shorten its notes.`);
  }
  return checked;
}

/** How many tasks deep a subtask may be. */
const deepest = 20;

/** Why a task cannot stand where it says, or false. */
function misplaced(task: ExportedTask, tasks: Map<number, Checked<ExportedTask>>): string | false {
  let above = task.parent;
  for (let depth = 1; above !== null; depth++) {
    const parent = tasks.get(above);
    if (!parent || parent.value.project !== task.project)
      return 'its parent is not there, or in another project';
    if (depth >= deepest) return `it is more than ${deepest} levels deep, or a part of itself`;
    above = parent.value.parent;
  }
  return false;
}
