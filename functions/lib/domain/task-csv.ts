/** The columns of a task in CSV, in their order, and what others call them. */
export const csvColumns = {
  id: ['Id'],
  parent: ['Parent'],
  project: ['Project', 'List'],
  section: ['Section', 'Heading'],
  title: ['Title', 'Task', 'Name', 'Summary', 'Content'],
  notes: ['Notes', 'Note', 'Description'],
  priority: ['Priority'],
  labels: ['Labels', 'Label', 'Tags', 'Categories'],
  status: ['Status', 'State'],
  dueDate: ['Due date', 'Due', 'Date'],
  dueTime: ['Due time', 'Time'],
  timezone: ['Time zone', 'Timezone'],
  floating: ['Floating'],
  deadline: ['Deadline'],
  duration: ['Duration (minutes)', 'Duration'],
  recurrence: ['Recurrence', 'Repeat', 'RRULE'],
  mode: ['Recurrence mode'],
  reminders: ['Reminders'],
  assigned: ['Assigned'],
  created: ['Created'],
  completed: ['Completed'],
} as const;
export type CsvColumn = keyof typeof csvColumns;

/** What a spreadsheet would take for the beginning of a formula, however often it was guarded already. */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: an apostrophe before what would be a formula (OWASP, CSV injection). */
export const guardCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The cell without the apostrophe that guarded it. */
export const readCell = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

/** Labels in one cell: with commas between them, or one a line where one of them has a comma itself. */
export const writeLabels = (labels: readonly string[]): string =>
  labels.some((label) => /[,\n]/.test(label)) ? `${labels.join('\n')}\n` : labels.join(', ');

export const readLabels = (cell: string): string[] =>
  cell
    .split(cell.includes('\n') ? '\n' : ',')
    .map((label) => label.trim())
    .filter(Boolean);
