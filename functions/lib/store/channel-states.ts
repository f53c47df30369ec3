import type { Channel } from '@zerodo/domain/channel';
import type { Tx } from './sql.ts';

export type LastSent = { channel: Channel; lastSentAt: Date | null; lastError: string | null };

/** When each channel last reached a person, and what was the trouble with the last that did not. */
export const lastSent = (tx: Tx, userId: string) => tx<LastSent[]>`
  select c.channel, s.sent_at as last_sent_at, f.last_error
  from unnest(array['in-app', 'email', 'push']) as c (channel)
  left join lateral (
    select sent_at from notifications
    where user_id = ${userId} and channel = c.channel and state in ('sent', 'late')
    order by fire_at desc, id limit 1
  ) s on true
  left join lateral (
    select last_error, state, fire_at from notifications
    where user_id = ${userId} and channel = c.channel
    order by fire_at desc, id limit 1
  ) f on f.state in ('failed', 'planned')
`;
