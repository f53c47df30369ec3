import * as z from 'zod';
import { timezone } from './fields.ts';
import { limits } from './limits.ts';
import { projectName } from './project.ts';

export const importFormat = z.enum(['json', 'csv', 'ics', 'todoist', 'vikunja']);
export type ImportFormat = z.infer<typeof importFormat>;

/**
 * A file's text. `partial` takes what can be taken and leaves out the rest; `timezone` holds for times
 * that name none (the person's own otherwise), `project` for tasks that name none (the inbox otherwise).
 */
export const importTasks = {
  type: 'dev.zerodo.command.import-tasks.v1',
  data: z.strictObject({
    content: z.string().max(limits.importBytes),
    format: importFormat.optional(),
    partial: z.boolean().optional(),
    timezone: timezone.optional(),
    project: projectName.optional(),
  }),
} as const;

/** What stands in the address of an import. */
export const importQuery = z.strictObject({
  format: importFormat.optional(),
  partial: z.enum(['true', 'false']).optional(),
  timezone: timezone.optional(),
  project: projectName.optional(),
});

/** `row` is the line, or in a JSON file the place in its list, counted from 1. */
const skipped = z.strictObject({ row: z.int(), reason: z.string() });
export type Skipped = z.infer<typeof skipped>;

/** How many there are of each; `skipped` names the first hundred of those left out. */
export const importAnswer = z.strictObject({
  imported: z.strictObject({
    tasks: z.int(),
    series: z.int(),
    projects: z.int(),
    labels: z.int(),
    filters: z.int(),
  }),
  skipped: z.array(skipped),
  skippedCount: z.int(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** Something that a file says, not checked yet, or why it cannot be read; `of` is the list that counts its rows. */
export type Row = { row: number; of?: string } & ({ value: unknown } | { problem: string });

/** What a file of any format says, in the words of exported.ts. */
export type ReadImport = {
  preferences?: unknown;
  projects: Row[];
  labels: Row[];
  /** Only our own document knows such a thing. */
  filters?: Row[];
  series: Row[];
  tasks: Row[];
};

export const exportFormat = z.enum(['json', 'csv', 'ics']);

/** What an export is asked for. */
export const exportTasks = z.strictObject({ format: exportFormat.default('json') });

/** Calendars show events and most of them no to-dos, so that events are what a feed is made of unless it asks otherwise. */
export const calendarFeed = z.strictObject({
  components: z.enum(['events', 'todos', 'both']).default('events'),
});
export type CalendarFeed = z.infer<typeof calendarFeed>;
