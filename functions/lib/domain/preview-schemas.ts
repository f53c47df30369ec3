// What the three previews are asked and what they answer; apart from the rules, so that who only passes them on stays small.
import * as z from 'zod';
import { localTime } from './due.ts';
import { localDate } from './fields.ts';
import { limits } from './limits.ts';
import { reminder } from './reminder.ts';
import { text } from './text.ts';

const local = z.string().max(40);
const instant = z.iso.datetime({ offset: true });
const dueMoment = z.strictObject({ date: localDate, time: localTime.nullish() }).nullable();

/** The languages that a rule is put into words in. */
export const textLanguage = z.enum(['en', 'de']);

export const recurrencePreview = z.strictObject({
  rrule: z.string().max(limits.rruleLength),
  dtstart: local,
  timezone: z.string().max(64),
  mode: z.enum(['schedule', 'completion']).optional(),
  floating: z.boolean().optional(),
  allDay: z.boolean().optional(),
  exdates: z.array(local).max(500).optional(),
  rdates: z.array(local).max(500).optional(),
  catchUp: z.enum(['latest', 'each']).optional(),
  after: instant.optional(),
  due: local.optional(),
  completedAt: instant.optional(),
  completedCount: z.int().min(0).optional(),
  count: z.int().min(1).max(100).optional(),
  /** The language of `text`. */
  locale: textLanguage.optional(),
});

export const occurrence = z.strictObject({ local: z.string(), utc: z.string() });
export const recurrencePreviewAnswer = z.strictObject({ occurrences: z.array(occurrence), text: z.string() });

export const remindersPreview = z.strictObject({
  due: dueMoment,
  timezone: z.string().max(64),
  reminders: z.array(reminder).max(50),
  quietHours: z.strictObject({ from: localTime, to: localTime }).optional(),
});
export const remindersPreviewAnswer = z.strictObject({ reminders: z.array(occurrence) });

export const quickAddParse = z.strictObject({
  text: text.max(2000),
  now: instant.optional(),
  timezone: z.string().max(64).optional(),
});

export const quickAddAnswer = z.strictObject({
  title: z.string(),
  due: z.strictObject({ date: z.string(), time: z.string().nullable() }).nullable(),
  rrules: z.array(z.string()),
  recurrenceMode: z.enum(['schedule', 'completion']).nullable(),
  reminders: z.array(reminder),
  priority: z.int().min(1).max(4),
  labels: z.array(z.string()),
  project: z.string().nullable(),
  section: z.string().nullable(),
  assignee: z.string().nullable(),
  deadline: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  /** What was understood as what, in UTF-16 units of the text. */
  spans: z.array(z.strictObject({ start: z.int(), end: z.int(), kind: z.string() })),
});

export type RecurrencePreview = z.infer<typeof recurrencePreview>;
export type RemindersPreview = z.infer<typeof remindersPreview>;
export type QuickAdd = z.infer<typeof quickAddAnswer>;
