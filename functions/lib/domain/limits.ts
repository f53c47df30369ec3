import { Rejected } from './rejected.ts';

/** What a task may hold, so that a whole task stays below the 64 KiB of one event. */
export const limits = {
  title: 500,
  notesBytes: 16 * 1024,
  reminders: 10,
  labels: 20,
  labelLength: 60,
  section: 100,
  durationMinutes: 7 * 24 * 60,
  projects: 500,
  projectName: 120,
  projectDescription: 2_000,
  sections: 30,
  members: 100,
  email: 254,
  ownLabels: 500,
  filters: 100,
  filterName: 60,
  askedProjects: 50,
  askedDays: 366,
  tasksAtOnce: 10_000,
  copiedSubtasks: 200,
  statsDays: 366,
  /** Days of which the coming occurrences are told at once; six weeks fill a month's page. */
  comingDays: 62,
  /** Of one series, and of all. */
  comingOfSeries: 100,
  coming: 1000,
  rrules: 5,
  rruleLength: 2000,
  webhooks: 20,
  webhookUrl: 2_000,
  webhookDescription: 200,
  pushSubscriptions: 50,
  taskBytes: 48 * 1024,
  bodyBytes: 64 * 1024,
  importBytes: 8 * 1024 * 1024,
  importTasks: 20_000,
  firstYear: 1900,
  lastYear: 2200,
} as const;

/** @throws Rejected `empty-title`, `title-too-long` */
export function checkTitle(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '') throw new Rejected('empty-title', 'A task needs a title: write what is to be done.');
  if (trimmed.length > limits.title) {
    throw new Rejected(
      'title-too-long',
      `The title has ${trimmed.length} characters, ${limits.title} are possible: move the rest to the notes.`,
    );
  }
  return trimmed;
}

/** @throws Rejected `notes-too-long` */
export function checkNotes(notes: string): string {
  const bytes = new TextEncoder().encode(notes).length;
  if (bytes > limits.notesBytes) {
    throw new Rejected(
      'notes-too-long',
      `The notes have ${bytes} bytes, ${limits.notesBytes} are possible: shorten them.`,
    );
  }
  return notes;
}

/**
 * As JSON, where a control character takes six bytes: each field may be within its limit and the
 * whole still be more than one event holds.
 *
 * @throws Rejected `task-too-large`
 */
export function checkSize(task: object): void {
  const bytes = new TextEncoder().encode(JSON.stringify(task)).length;
  if (bytes > limits.taskBytes) {
    throw new Rejected(
      'task-too-large',
      `The task has ${bytes} bytes as JSON, ${limits.taskBytes} are possible: shorten its notes or its rules.`,
    );
  }
}

/** @throws Rejected `too-many-labels`, `invalid-label` */
export function checkLabels(labels: readonly string[]): string[] {
  const unique = [...new Set(labels.map((label) => label.trim()))];
  if (unique.length > limits.labels) {
    throw new Rejected(
      'too-many-labels',
      `${unique.length} labels, ${limits.labels} are possible: remove some.`,
    );
  }
  if (unique.some((label) => label === '' || label.length > limits.labelLength)) {
    throw new Rejected('invalid-label', `A label has 1 to ${limits.labelLength} characters.`);
  }
  return unique;
}
