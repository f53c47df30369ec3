import { randomUUID } from 'node:crypto';
import type { Message } from '@zerodo/store/dead-letters';
import { Cron } from 'croner';

export type Ping = { name: string; schedule: string; timezone: string; data: string };

/** The event of one tick: a new id each time, so that no two are ever taken for the same. */
export const pingEvent = ({ name, data }: Ping, now: Date): Message => ({
  attributes: {
    specversion: '1.0',
    id: randomUUID(),
    type: 'dev.knative.sources.ping',
    source: `/apis/v1/namespaces/zerodo/pingsources/${name}`,
    time: now.toISOString(),
    datacontenttype: 'application/json',
  },
  data,
});

/**
 * Sends a tick whenever the schedule (five fields, or six with seconds first) says so. A tick that cannot be delivered is
 * lost and said: ticks are hints, and the next one comes.
 *
 * @throws Error about a schedule or time zone that does not exist
 */
export function startPing(ping: Ping, send: (message: Message) => Promise<void>): { stop: () => void } {
  const cron = new Cron(ping.schedule, { timezone: ping.timezone, mode: '5-or-6-parts' }, () => {
    void send(pingEvent(ping, new Date()));
  });
  return { stop: () => cron.stop() };
}
