import type { Channel } from './channel.ts';
import { type Means, obstacle } from './channel-means.ts';
import { afterQuietHours, type QuietHours } from './reminders.ts';

/** One attempt to reach a person, to be made or, in-app, made by being written. */
export type Line = {
  channel: Channel;
  subscriptionId: string | null;
  /** Not before; what comes in the inbox disturbs nobody. */
  fireAt: Date;
};

type Person = {
  timezone: string;
  takesMail: boolean;
  subscriptionIds: readonly string[];
  preferences: { channels: readonly Channel[]; quietHours: QuietHours | null };
};

/**
 * The ways on which a person is told: those wanted that there are. A push goes to each browser by
 * itself. What is not a reminder of the person's own waits until quiet hours are over.
 */
export function linesFor(
  person: Person,
  means: Means,
  wanted: readonly Channel[],
  { fireAt, now, disturbs }: { fireAt: Date; now: Date; disturbs: boolean },
): Line[] {
  const { quietHours } = person.preferences;
  const calm = disturbs || !quietHours ? fireAt : afterQuietHours(now, quietHours, person.timezone);
  const later = calm > fireAt ? calm : fireAt;
  return [...new Set(wanted)].flatMap((channel): Line[] => {
    if (obstacle(channel, person, means)) return [];
    if (channel === 'in-app') return [{ channel, subscriptionId: null, fireAt }];
    if (channel === 'email') return [{ channel, subscriptionId: null, fireAt: later }];
    return person.subscriptionIds.map((subscriptionId) => ({ channel, subscriptionId, fireAt: later }));
  });
}
