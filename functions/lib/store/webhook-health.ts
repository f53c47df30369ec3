import type { Tx } from './sql.ts';

/** Something arrived: what was counted against the webhook is forgotten. */
export const noteArrival = (tx: Tx, id: string, now: Date) => tx`
  update webhooks set failures = 0, failing_since = null, last_success_at = ${now} where id = ${id}
`;

/** An attempt failed. Answers how many in a row that makes, and since when; undefined for one that is off or gone. */
export async function noteFailure(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ failures: number; failingSince: Date } | undefined> {
  const [row] = await tx<{ failures: number; failingSince: Date }[]>`
    update webhooks set failures = failures + 1, failing_since = coalesce(failing_since, ${now})
    where id = ${id} and disabled_at is null
    returning failures, failing_since
  `;
  return row;
}

/**
 * Switches a webhook off and tells its owner in the inbox, once; what is planned for it is called off.
 * Answers the notification's person, or undefined where it was off already.
 */
export async function switchOff(
  tx: Tx,
  { id, notificationId, reason, now }: { id: string; notificationId: string; reason: string; now: Date },
): Promise<string | undefined> {
  const [off] = await tx<{ userId: string; url: string }[]>`
    update webhooks
    set disabled_at = ${now}, disabled_reason = ${reason}, version = version + 1, updated_at = ${now}
    where id = ${id} and disabled_at is null
    returning user_id, url
  `;
  if (!off) return undefined;
  await tx`
    update webhook_deliveries set state = 'cancelled', finished_at = ${now}
    where webhook_id = ${id} and state = 'planned'
  `;
  const said = {
    id: notificationId,
    kind: 'webhook-off',
    channel: 'in-app',
    state: 'sent',
    userId: off.userId,
    cause: `webhook-off ${id} ${now.toISOString()}`,
    about: `${new URL(off.url).host}: ${reason}`,
    fireAt: now,
    sentAt: now,
  };
  await tx`insert into notifications ${tx(said)}`;
  return off.userId;
}
