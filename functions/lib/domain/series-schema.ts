import * as z from 'zod';
import { due } from './due.ts';
import { reminder } from './reminder.ts';
import { priority } from './task.ts';

/** What becomes of a series: it goes on, waits, or has ended (by hand or because its rule has nothing left). */
export const seriesStatus = z.enum(['active', 'paused', 'ended']);

/** A series as everybody sees it; instants are ISO 8601 in UTC. */
export const seriesState = z.strictObject({
  id: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  notes: z.string(),
  priority,
  labels: z.array(z.string()),
  reminders: z.array(reminder),
  section: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  durationMinutes: z.int().nullable(),
  /** Its start: the first slot, where that matches a rule. */
  due,
  /** The last local day or moment, inclusive, beside what the rules say of their own end. */
  until: z.string().nullable(),
  recurrence: z.strictObject({
    rrules: z.array(z.string()),
    mode: z.enum(['schedule', 'completion']),
    spawn: z.enum(['completion', 'schedule']),
    catchUp: z.enum(['latest', 'each']),
    exdates: z.array(z.string()),
    rdates: z.array(z.string()),
    /** In plain words. */
    text: z.string(),
  }),
  status: seriesStatus,
  isActive: z.boolean(),
  /**
   * When the slot after that of the last occurrence made is due, which is past while that one is
   * overdue by more than a period. Counted from completion: as if it were done when it is due.
   * Null when there is no further slot, and while a series is paused or ended.
   */
  nextDueAt: z.iso.datetime().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type SeriesState = z.infer<typeof seriesState>;

/** `openTaskId` is the occurrence to be done, due at `openDueAt`, the earliest where there are several; null when there is none. */
export const seriesView = seriesState.extend({
  openTaskId: z.uuid().nullable(),
  openDueAt: z.iso.datetime().nullable(),
});
export type SeriesView = z.infer<typeof seriesView>;
