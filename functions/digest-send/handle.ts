/**
 * Plans the mail of the day for everybody whose time for it has come on their own clock, once a day;
 * notification-send writes and sends it. Where there is nothing to say, nothing is planned.
 *
 * in   a tick
 * out  dev.zerodo.notification.planned.v1
 */
import { type Means, meansOf } from '@zerodo/domain/channel-means';
import { digestBounds, digestDay, nextDigestAt } from '@zerodo/domain/digest';
import { isEmpty } from '@zerodo/domain/mail/digest-letter';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { defineTick } from '@zerodo/runtime/tick';
import { announce, entriesOf } from '@zerodo/store/announce';
import { claimDigests, type DigestDue, readDigest, setNextDigest } from '@zerodo/store/digests';
import { recipients } from '@zerodo/store/recipients';
import type { Tx } from '@zerodo/store/sql';

const batch = 100;

export default defineTick({
  name: 'digest-send',

  async handle({ transaction, now, newId, config, stopping }) {
    const means = meansOf(config);
    for (let claimed = batch; claimed === batch && !stopping.aborted; ) {
      claimed = await transaction(async (tx) => {
        const clock = { now: now(), newId };
        const people = await claimDigests(tx, clock.now, batch);
        const events: OutgoingEvent[] = [];
        for (const person of people) {
          events.push(...(await planned(tx, person, means, clock)));
          await setNextDigest(tx, person.userId, nextDigestAt(person.digestAt, person.timezone, clock.now));
        }
        return { result: people.length, events };
      });
    }
  },
});

/** After an outage it is today's digest that comes, and not those of the days before. */
async function planned(
  tx: Tx,
  { userId, timezone, digestAt, takesMail }: DigestDue,
  means: Means,
  clock: { now: Date; newId: () => string },
): Promise<OutgoingEvent[]> {
  if (digestAt === null || !takesMail || !means.email) return [];
  const day = digestDay(clock.now, timezone);
  if (isEmpty(await readDigest(tx, userId, digestBounds(day, timezone)))) return [];
  const people = await recipients(tx, [userId]);
  const message = { cause: `digest ${day}`, kind: 'digest', taskId: null, projectId: null } as const;
  const how = { fireAt: clock.now, channels: ['email'], disturbs: true } as const;
  const entries = people.flatMap((person) => entriesOf({ ...message, ...how }, person, means, clock));
  return announce(tx, entries, clock);
}
