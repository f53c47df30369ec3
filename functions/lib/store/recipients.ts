// Where and how people can be told of something.
import type { Preferences } from '@zerodo/domain/preferences';
import { chosen } from './preferences.ts';
import { takesPush } from './push-targets.ts';
import type { Sql, Tx } from './sql.ts';

export type Recipient = {
  userId: string;
  timezone: string;
  /** Whether there is a confirmed address that takes mail. */
  takesMail: boolean;
  preferences: Preferences;
  /** The browsers that take web push. */
  subscriptionIds: string[];
};

type Row = Omit<Recipient, 'preferences'> & { settings: Partial<Preferences> };

/**
 * Mail goes to a confirmed address, unless its owner unsubscribed and has not turned mail on again
 * since, by a channel or a digest.
 */
export const takesMail = (sql: Sql | Tx) => sql`(
  p.email_verified and p.email is not null and (
    p.mail_refused_at is null
    or coalesce(p.settings -> 'channels' ? 'email', false)
    or p.settings ->> 'digestAt' is not null
  )
)`;

/** What is known of these people; of somebody who has never been here, what is usual. */
export async function recipients(tx: Tx, userIds: readonly string[]): Promise<Recipient[]> {
  if (userIds.length === 0) return [];
  const rows = await tx<Row[]>`
    select w.id as user_id, coalesce(p.timezone, 'UTC') as timezone, coalesce(p.settings, '{}') as settings,
           coalesce(${takesMail(tx)}, false) as takes_mail,
           coalesce((
             select jsonb_agg(s.id order by s.created_at) from push_subscriptions s
             where s.user_id = w.id and ${takesPush(tx)}
           ), '[]') as subscription_ids
    from unnest(${tx.types.textArray([...userIds])}::text[]::uuid[]) as w (id)
    left join preferences p on p.user_id = w.id
  `;
  return rows.map(({ settings, ...row }) => ({ ...row, preferences: chosen(settings) }));
}

/** Who is in a project: all of its members, or only `assigneeId` if that is one of them. */
export async function membersToTell(
  tx: Tx,
  projectId: string,
  { assigneeId = null, except = null }: { assigneeId?: string | null; except?: string | null },
): Promise<Recipient[]> {
  const rows = await tx<{ userId: string }[]>`
    select user_id from project_members
    where project_id = ${projectId}
      and (${assigneeId}::uuid is null or user_id = ${assigneeId})
      and (${except}::uuid is null or user_id <> ${except})
  `;
  return recipients(
    tx,
    rows.map(({ userId }) => userId),
  );
}

/** The person will have no more mail, until the settings say otherwise. */
export const refuseMail = (tx: Tx, userId: string, now: Date) => tx`
  update preferences set
    mail_refused_at = ${now}, digest_next_at = null, updated_at = ${now}, version = version + 1,
    settings = settings || jsonb_build_object('digestAt', null, 'channels',
      coalesce(settings -> 'channels', ${tx.json(chosen({}).channels)}::jsonb) - 'email')
  where user_id = ${userId}
`;
