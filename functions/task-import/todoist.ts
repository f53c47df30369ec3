import type { Due } from '@zerodo/domain/due';
import type { ReadImport } from '@zerodo/domain/import';
import { isTimezone } from '@zerodo/domain/local-time';
import { parseQuickAdd } from '@zerodo/domain/quick-add';
import { Rejected } from '@zerodo/domain/rejected';
import { columnsOf, csvRows } from './csv-rows.ts';
import { Reading, type ReadRule, type ReadTask, type Surroundings } from './reading.ts';

const names = [
  'TYPE',
  'CONTENT',
  'DESCRIPTION',
  'PRIORITY',
  'INDENT',
  'DATE',
  'TIMEZONE',
  'DURATION',
  'DURATION_UNIT',
  'DEADLINE',
] as const;
type Column = (typeof names)[number];
type Cells = (column: Column) => string;

/**
 * A project that Todoist exported as CSV. Its file names no project; sections are rows, a note belongs to the
 * task above it, INDENT makes subtasks, PRIORITY 1 is the highest, and DATE has words such as `every monday at 9`.
 *
 * @throws Rejected `import-unreadable`
 */
export function readTodoist(text: string, surroundings: Surroundings): ReadImport {
  const [header, ...rows] = csvRows(text);
  const columns = columnsOf<Column>(
    header!.cells,
    Object.fromEntries(names.map((name) => [name, [name]])) as never,
  );
  if (!columns.has('TYPE') || !columns.has('CONTENT')) {
    throw new Rejected(
      'import-unreadable',
      'The file is no export of Todoist: it has no columns TYPE and CONTENT.',
    );
  }
  const reading = new Reading(surroundings);
  const found: { row: number; id: number; task: ReadTask; rule: ReadRule | undefined }[] = [];
  /** The last task of each indentation. */
  const line: number[] = [];
  let section: string | null = null;
  let above: ReadTask | undefined;
  for (const { line: row, cells } of rows) {
    const cell: Cells = (column) => (cells[columns.get(column) ?? -1] ?? '').trim();
    const type = cell('TYPE').toLowerCase();
    if (type === 'section') {
      section = cell('CONTENT').slice(0, 100) || null;
      line.length = 0;
    } else if (type === 'note' && above)
      above.notes = [above.notes, cell('CONTENT')].filter(Boolean).join('\n\n');
    if (type !== 'task') continue;
    const indent = Math.min(20, Math.max(1, Number(cell('INDENT')) || 1));
    const id = reading.number();
    line.length = Math.min(line.length, indent - 1);
    line[indent - 1] = id;
    const read = taskOf(cell, surroundings);
    above = undefined;
    if (typeof read === 'string') {
      reading.problem(row, read);
      continue;
    }
    above = { ...read.task, section, parent: line.slice(0, indent - 1).findLast(Boolean) ?? null };
    found.push({ row, id, task: above, rule: read.rule });
  }
  // Not before all is read: a note comes after its task.
  for (const { row, id, task, rule } of found)
    reading.add(row, id, reading.project(row, undefined), task, rule);
  return reading;
}

function taskOf(
  cell: Cells,
  surroundings: Surroundings,
): { task: ReadTask; rule: ReadRule | undefined } | string {
  const content = cell('CONTENT');
  const labels = [...content.matchAll(/(?<=^|\s)@([\p{L}\p{N}_-]+)/gu)].map(([, label]) => label!);
  const priority = cell('PRIORITY');
  if (!/^[1-4]?$/.test(priority)) return 'PRIORITY: it is 1 (highest) to 4, or empty';
  const timezone = isTimezone(cell('TIMEZONE')) ? cell('TIMEZONE') : surroundings.timezone;
  const when = moment(cell('DATE'), { ...surroundings, timezone });
  if (!when) return `DATE: “${cell('DATE').slice(0, 100)}” is not understood`;
  const last = moment(cell('DEADLINE'), { ...surroundings, timezone });
  if (!last) return `DEADLINE: “${cell('DEADLINE').slice(0, 100)}” is not understood`;
  return {
    task: {
      title: content.replaceAll(/(?<!\s)(?:^|\s+)@[\p{L}\p{N}_-]+/gu, '').trim() || content,
      notes: cell('DESCRIPTION'),
      ...(priority && { priority: Number(priority) }),
      labels,
      due: when.due,
      deadline: last.due?.date ?? null,
      durationMinutes: minutesOf(cell('DURATION'), cell('DURATION_UNIT')),
    },
    rule: when.rule,
  };
}

function minutesOf(duration: string, unit: string): number | null {
  const count = Number(duration);
  if (!Number.isInteger(count) || count < 1) return null;
  return unit.toLowerCase().startsWith('day') ? count * 24 * 60 : count;
}

type When = { due: Due | null; rule: ReadRule | undefined };

/** What the words of a date mean; undefined where a part of them means nothing. */
function moment(words: string, { now, timezone }: Surroundings): When | undefined {
  if (words === '' || words === 'None') return { due: null, rule: undefined };
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::00)?)?$/.exec(words) ?? [];
  if (date) return { due: { date, time: time ?? null, timezone, floating: false }, rule: undefined };
  const { title, due, rrules, recurrenceMode } = parseQuickAdd(`task ${words}`, { now, timezone });
  if (title !== 'task' || !due) return undefined;
  return {
    due: { ...due, timezone, floating: false },
    rule: rrules.length > 0 ? { rrules, mode: recurrenceMode ?? 'schedule' } : undefined,
  };
}
