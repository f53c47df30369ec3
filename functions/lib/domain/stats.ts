import * as z from 'zod';
import { localDate } from './fields.ts';

const counts = {
  created: z.int(),
  completed: z.int(),
  /** Of the completed ones: those that were due, done by then or after. The rest had no due date. */
  onTime: z.int(),
  late: z.int(),
};

/** What a person made and did, counted by days on that person's own calendar, in the zone of the time. */
export const stats = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(z.strictObject({ date: z.iso.date(), ...counts })),
  totals: z.strictObject(counts),
  /** Of the completed ones that were due; null where none was. */
  onTimeRate: z.number().min(0).max(1).nullable(),
  /** Days in a row with something done. `current` goes on while today is not over. */
  streak: z.strictObject({ current: z.int(), longest: z.int() }),
  byProject: z.array(z.strictObject({ projectId: z.uuid(), ...counts })),
  /** Monday first. */
  byWeekday: z.array(z.strictObject({ weekday: z.int().min(1).max(7), ...counts })),
});
export type Stats = z.infer<typeof stats>;
export type Counts = Stats['totals'];

/** The last 30 days unless said otherwise; 366 days at the most. */
export const readStats = z.strictObject({
  from: localDate.optional(),
  to: localDate.optional(),
  project: z.uuid().optional(),
});

/** Numbers for what stands beside the lists. `today` and the others are told in the zone given, else in UTC. */
export const readCounts = z.strictObject({ timezone: z.string().max(64).optional() });

export const counted = z.strictObject({
  inbox: z.int(),
  today: z.int(),
  overdue: z.int(),
  upcoming: z.int(),
  byProject: z.array(z.strictObject({ projectId: z.uuid(), open: z.int() })),
  byLabel: z.array(z.strictObject({ label: z.string(), open: z.int() })),
  unread: z.int(),
});
export type Counted = z.infer<typeof counted>;
