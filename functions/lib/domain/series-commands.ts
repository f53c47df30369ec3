// What people may do with a series, and with its occurrences as such.
import * as z from 'zod';
import { recurrenceInput } from './commands.ts';
import { dueInput, duePatch } from './due.ts';
import { labels, notes, slot, title } from './fields.ts';
import { limits } from './limits.ts';
import { reminder } from './reminder.ts';
import { priority } from './task.ts';
import { text } from './text.ts';

/** A reminder at one instant belongs to one occurrence: a series reminds before each due time. */
const reminders = z
  .array(reminder)
  .refine((all) => all.every(({ type }) => type === 'before'), 'a series reminds before each due time')
  .meta({ maxItems: limits.reminders });

const template = {
  notes: notes.nullish(),
  priority: priority.nullish(),
  labels: labels.nullish(),
  reminders: reminders.nullish(),
  section: text.max(limits.section).nullish(),
  assigneeId: z.uuid().nullish(),
  durationMinutes: z.int().min(1).max(limits.durationMinutes).nullish(),
};

/** `due` is the start, `until` the last local day or moment (inclusive). */
export const createSeries = {
  type: 'dev.zerodo.command.create-series.v1',
  data: z.strictObject({
    id: z.uuidv7().optional(),
    projectId: z.uuid().optional(),
    title,
    ...template,
    due: dueInput,
    until: slot.nullish(),
    recurrence: recurrenceInput,
  }),
} as const;

/** A merge patch (RFC 7396) of template, start, end and rule. */
const changes = z.strictObject({
  title: title.optional(),
  ...template,
  due: duePatch.optional(),
  until: slot.nullish(),
  recurrence: recurrenceInput.partial().optional(),
});
export type SeriesChanges = z.infer<typeof changes>;

/** `version`, where given, is the version of the series that the caller saw (If-Match). */
const target = { seriesId: z.uuid(), version: z.int().optional() };

/**
 * `this`: one occurrence and nothing else. `following`: that occurrence and what comes after it, as
 * a series of its own. `all`: the series, and what is open of it.
 */
const scope = z.enum(['this', 'following', 'all']);

export const updateSeries = {
  type: 'dev.zerodo.command.update-series.v1',
  data: z.strictObject({ ...target, scope: scope.optional(), taskId: z.uuid().optional(), changes }),
} as const;

/** The body of a request: the changes beside the scope. */
export const seriesPatch = changes.extend({ scope: scope.optional(), taskId: z.uuid().optional() });

export const pauseSeries = {
  type: 'dev.zerodo.command.pause-series.v1',
  data: z.strictObject(target),
} as const;

export const resumeSeries = {
  type: 'dev.zerodo.command.resume-series.v1',
  data: z.strictObject(target),
} as const;

export const endSeries = {
  type: 'dev.zerodo.command.end-series.v1',
  data: z.strictObject(target),
} as const;

/** What becomes of open occurrences: they stay as plain tasks, or go too. */
export const occurrencesChoice = z.enum(['keep', 'delete']);

export const deleteSeries = {
  type: 'dev.zerodo.command.delete-series.v1',
  data: z.strictObject({ ...target, occurrences: occurrencesChoice.optional() }),
} as const;

/** To the next slot, or past all that were missed to the first one today or later. */
const skipTarget = z.strictObject({ to: z.enum(['next', 'today']).optional() });
export const skipBody = skipTarget.optional();

export const skipOccurrence = {
  type: 'dev.zerodo.command.skip-occurrence.v1',
  data: skipTarget.extend({ taskId: z.uuid(), version: z.int().optional() }),
} as const;
