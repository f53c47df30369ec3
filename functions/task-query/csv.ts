import type { Exported, ExportedTask } from '@zerodo/domain/exported';
import { type CsvColumn, csvColumns, guardCell, writeLabels } from '@zerodo/domain/task-csv';
import Papa from 'papaparse';

/** Every task on a row of its own (RFC 4180), each cell safe to open in a spreadsheet. */
export function writeCsv(exported: Exported): string {
  const columns = Object.keys(csvColumns) as CsvColumn[];
  const rows = exported.tasks.flatMap((task) => {
    if (task.deletedAt) return [];
    const cells = cellsOf(task, exported);
    return [columns.map((column) => guardCell(cells[column]))];
  });
  const header = columns.map((column) => csvColumns[column][0]);
  return `${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`;
}

function cellsOf(task: ExportedTask, { projects, series }: Exported): Record<CsvColumn, string> {
  const { due, reminders } = task;
  const rule = task.series === null || task.status === 'completed' ? undefined : series[task.series - 1];
  return {
    id: String(task.id),
    parent: task.parent === null ? '' : String(task.parent),
    project: projects[task.project - 1]!.name,
    section: task.section ?? '',
    title: task.title,
    notes: task.notes,
    priority: String(task.priority),
    labels: writeLabels(task.labels),
    status: task.status,
    dueDate: due?.date ?? '',
    dueTime: due?.time ?? '',
    timezone: due?.timezone ?? '',
    floating: due?.floating ? 'yes' : '',
    deadline: task.deadline ?? '',
    duration: task.durationMinutes === null ? '' : String(task.durationMinutes),
    recurrence: rule?.rrules.join('\n') ?? '',
    mode: rule?.mode ?? '',
    reminders: reminders.length > 0 ? JSON.stringify(reminders) : '',
    assigned: task.assigned ? 'yes' : '',
    created: task.createdAt ?? '',
    completed: task.completedAt ?? '',
  };
}
