// Fields whose limits are kept by a rule with a code of its own (limits.ts, due.ts): the schema only states them, for
// whoever reads the API's description.
import * as z from 'zod';
import { limits } from './limits.ts';
import { reminder } from './reminder.ts';
import { text } from './text.ts';

export const title = text.meta({ minLength: 1, maxLength: limits.title });
export const notes = text.meta({ maxLength: limits.notesBytes });
export const labels = z
  .array(text.meta({ minLength: 1, maxLength: limits.labelLength }))
  .meta({ maxItems: limits.labels });
export const reminderList = z.array(reminder).meta({ maxItems: limits.reminders });
export const localDate = z.string().meta({ format: 'date', maxLength: 10 });
export const timezone = z.string().meta({ maxLength: 64, examples: ['Europe/Berlin'] });
/** A local date or date-time of a recurrence: 2026-12-01T09:00. */
export const slot = z.string().meta({ maxLength: 40 });
export const rruleList = z
  .array(z.string().max(limits.rruleLength))
  .min(1)
  .meta({ maxItems: limits.rrules, examples: [['FREQ=WEEKLY;BYDAY=MO,TH']] });
/** Whole numbers beyond this are not exact. */
export const position = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
