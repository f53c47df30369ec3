// What the reminder check looks for: one question whether there is anything at all, and the conditions that its claims share.
import type { Sql, Tx } from './sql.ts';

/** What was announced and came to nothing for so long has lost its announcement. */
const lostMs = 15 * 60_000;
const dayMs = 86_400_000;
/** A whole day is over after 25 hours at the latest, also where the clocks go back. */
const wholeDayMs = dayMs + 3_600_000;
/** What went by while nobody looked for so long is not told any more: the list of overdue tasks shows it. */
const oldestMs = 3 * dayMs;

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Of `reminders`: their time has come. */
export const isDue = (sql: Sql | Tx, now: Date) => sql`state = 'planned' and fire_at <= ${now}`;

/** Of `reminders`: announced before, and come to nothing. */
export const isLost = (sql: Sql | Tx, now: Date) =>
  sql`state = 'due' and claimed_at <= ${before(now, lostMs)}`;

/** Of `notifications`: to be announced now, for the first time or once more. */
export const isWaiting = (sql: Sql | Tx, now: Date) =>
  sql`state in ('planned', 'sending') and next_attempt_at <= ${now}`;

/** Of `tasks`: open, due within a day, and not told of yet. */
export const isDueSoon = (sql: Sql | Tx, now: Date) => sql`
  status = 'open' and deleted_at is null and due_at is not null and due_soon_for is distinct from due_at
  and due_at > ${now} and due_at <= ${before(now, -dayMs)}
`;

/** Of `tasks`: open, due since they were made, and not told of yet. */
export const isOverdue = (sql: Sql | Tx, now: Date) => sql`
  status = 'open' and deleted_at is null and due_at is not null and overdue_for is distinct from due_at
  and due_at > ${before(now, oldestMs)} and due_at < ${now}
  and (due_time is not null or due_at < ${before(now, wholeDayMs)})
  and created_at < due_at
`;

export type Due = { due: boolean; lost: boolean; waiting: boolean; soon: boolean; overdue: boolean };

/** Whether there is anything of each; five looks into partial indexes, which is all that an idle minute costs. */
export const whatIsDue = (tx: Tx, now: Date) => tx<[Due]>`
  select exists (select from reminders where ${isDue(tx, now)}) as due,
         exists (select from reminders where ${isLost(tx, now)}) as lost,
         exists (select from notifications where ${isWaiting(tx, now)}) as waiting,
         exists (select from tasks where ${isDueSoon(tx, now)}) as soon,
         exists (select from tasks where ${isOverdue(tx, now)}) as overdue
`;

/** When the next reminder falls due before `horizon`; null when none does. */
export const nextFireAt = (tx: Tx, horizon: Date) => tx<[{ fireAt: Date | null }]>`
  select min(fire_at) as fire_at from reminders where state = 'planned' and fire_at <= ${horizon}
`;
