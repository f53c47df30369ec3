import type { ReadImport } from '@zerodo/domain/import';
import { isTimezone } from '@zerodo/domain/local-time';
import { Rejected } from '@zerodo/domain/rejected';
import { type CsvColumn, csvColumns, readCell, readLabels } from '@zerodo/domain/task-csv';
import { columnsOf, csvRows } from './csv-rows.ts';
import { localMoment, Reading, type ReadTask, type Surroundings } from './reading.ts';

type Cells = (column: CsvColumn) => string;

/**
 * Tasks from a table with a header, one a row: our own, or another's as long as it has a column for titles.
 *
 * @throws Rejected `import-unreadable`
 */
export function readCsv(text: string, surroundings: Surroundings): ReadImport {
  const [header, ...rows] = csvRows(text);
  const columns = columnsOf<CsvColumn>(header!.cells, csvColumns);
  if (!columns.has('title')) {
    throw new Rejected('import-unreadable', 'The first line names no column for titles: call one Title.');
  }
  const reading = new Reading(surroundings);
  const cellsOf =
    (cells: string[]): Cells =>
    (column) =>
      readCell(cells[columns.get(column) ?? -1] ?? '');
  const numbers = new Map<string, number>();
  for (const { cells } of rows) {
    const own = cellsOf(cells)('id');
    if (own) numbers.set(own, reading.number());
  }
  for (const { line, cells } of rows) {
    const cell = cellsOf(cells);
    const id = numbers.get(cell('id')) ?? reading.number();
    const problem = misread(cell, numbers);
    if (problem) reading.problem(line, problem);
    else addTask(reading, line, id, cell, numbers, surroundings);
  }
  return reading;
}

function misread(cell: Cells, numbers: Map<string, number>): string | undefined {
  if (cell('parent') && !numbers.has(cell('parent')))
    return `No row has the id ${cell('parent')} of its parent`;
  if (!/^[1-4]?$/.test(cell('priority'))) return 'Priority: it is 1 (highest) to 4, or empty';
  if (!/^\d*$/.test(cell('duration'))) return 'Duration: it is a number of minutes, or empty';
  if (!/^(open|completed|done|)$/i.test(cell('status'))) return 'Status: it is open or completed';
  try {
    if (cell('reminders')) JSON.parse(cell('reminders'));
  } catch {
    return 'Reminders: they are a list in JSON, or empty';
  }
  return undefined;
}

const offset = /T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/** An instant, as many programs write one, is what the clocks of the person show then. */
const wallOf = (cell: string, timezone: string): string =>
  offset.test(cell) && isTimezone(timezone) && Number.isFinite(Date.parse(cell))
    ? localMoment(new Date(cell), timezone)
    : cell;

/** A moment of the past may be told by its day alone. */
const instantOf = (cell: string): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return `${cell}T00:00:00Z`;
  return offset.test(cell) && Number.isFinite(Date.parse(cell)) ? new Date(cell).toISOString() : cell;
};

function addTask(
  reading: Reading,
  line: number,
  id: number,
  cell: Cells,
  numbers: Map<string, number>,
  { timezone }: Surroundings,
): void {
  const [date = '', within] = wallOf(cell('dueDate').trim(), cell('timezone') || timezone).split(/[T ]/);
  const task: ReadTask = {
    title: cell('title'),
    notes: cell('notes'),
    ...(cell('priority') && { priority: Number(cell('priority')) }),
    labels: readLabels(cell('labels')),
    section: cell('section') || null,
    status:
      /^(completed|done)$/i.test(cell('status')) || (!cell('status') && cell('completed'))
        ? 'completed'
        : 'open',
    due: date
      ? {
          date,
          time: cell('dueTime') || within || null,
          timezone: cell('timezone') || timezone,
          floating: /^(yes|true|1)$/i.test(cell('floating')),
        }
      : null,
    deadline: cell('deadline') || null,
    durationMinutes: cell('duration') ? Number(cell('duration')) : null,
    reminders: cell('reminders') ? JSON.parse(cell('reminders')) : [],
    parent: numbers.get(cell('parent')) ?? null,
    assigned: /^(yes|true|1|me)$/i.test(cell('assigned')),
    createdAt: instantOf(cell('created')) || undefined,
    completedAt: instantOf(cell('completed')) || null,
  };
  const rrules = cell('recurrence')
    .split('\n')
    .map((rule) => rule.trim().replace(/^RRULE:/i, ''))
    .filter(Boolean);
  const rule = rrules.length > 0 ? { rrules, ...(cell('mode') && { mode: cell('mode') }) } : undefined;
  reading.add(line, id, reading.project(line, cell('project')), task, rule);
}
