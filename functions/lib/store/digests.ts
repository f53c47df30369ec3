import type { Digest, DigestTask } from '@zerodo/domain/mail/digest-letter';
import { takesMail } from './recipients.ts';
import type { Tx } from './sql.ts';
import { type DueColumns, dueOf } from './task-row.ts';

export type DigestDue = {
  userId: string;
  timezone: string;
  digestAt: string | null;
  takesMail: boolean;
  at: Date;
};

/** Takes up to `limit` people whose digest's time has come, each for one caller only. */
export const claimDigests = (tx: Tx, now: Date, limit: number) => tx<DigestDue[]>`
  select p.user_id, p.timezone, p.settings ->> 'digestAt' as digest_at, ${takesMail(tx)} as takes_mail,
         p.digest_next_at as at
  from preferences p
  where p.digest_next_at <= ${now}
  order by p.digest_next_at
  limit ${limit}
  for update skip locked
`;

export const setNextDigest = (tx: Tx, userId: string, at: Date | null) => tx`
  update preferences set digest_next_at = ${at} where user_id = ${userId}
`;

/** How many tasks of each group a digest names. */
const named = 20;

type Row = DueColumns & { id: string; title: string; dueAt: Date; total: number };

/** The open tasks of a person until the end of tomorrow; those of others' names only where nobody is named. */
export async function readDigest(
  tx: Tx,
  userId: string,
  { today, tomorrow, after }: { today: Date; tomorrow: Date; after: Date },
): Promise<Digest> {
  const overdue = await rowsOf(tx, userId, null, today);
  const now = await rowsOf(tx, userId, today, tomorrow);
  const next = await rowsOf(tx, userId, tomorrow, after);
  return { overdue, today: now, tomorrow: next };
}

async function rowsOf(
  tx: Tx,
  userId: string,
  from: Date | null,
  until: Date,
): Promise<{ tasks: DigestTask[]; total: number }> {
  const rows = await tx<Row[]>`
    select t.id, t.title, t.due_date, t.due_time, t.timezone, t.floating, t.due_at, count(*) over () as total
    from tasks t
    where t.project_id in (select project_id from project_members where user_id = ${userId})
      and t.status = 'open' and t.deleted_at is null
      and coalesce(t.due_at, 'infinity') >= ${from ?? tx`'-infinity'`} and coalesce(t.due_at, 'infinity') < ${until}
      and (t.assignee_id is null or t.assignee_id = ${userId})
    order by t.due_at, t.id
    limit ${named}
  `;
  return {
    tasks: rows.map(({ id, title, dueAt, ...columns }) => ({ id, title, dueAt, due: dueOf(columns)! })),
    total: rows[0]?.total ?? 0,
  };
}
