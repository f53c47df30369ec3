import { inboxId } from '@zerodo/domain/ids';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Config } from './config.ts';
import { send } from './http-json.ts';
import type { Log } from './logging.ts';

/** Reminders nearer than this cannot wait for the next tick. */
const nearMs = 75_000;

/** Wakes other functions after a commit; nobody waits for it, and a PingSource makes up for a lost one. */
export type Announce = (events: readonly OutgoingEvent[], remindsAt?: Date | null) => void;

/**
 * After a commit with events the relay is woken, and the reminder check when one of them plans a
 * reminder before its next tick, or `remindsAt` says so of what no event shows. One wake-up of each is under way at a time; what comes meanwhile
 * is one more after it.
 */
export function announcer(
  { ZERODO_FUNCTION_URL }: Config,
  log: Log,
  newId: () => string,
  now: () => Date,
): Announce {
  const underWay = new Map<string, { again: boolean }>();

  const poke = (name: string): void => {
    if (!ZERODO_FUNCTION_URL) return;
    const before = underWay.get(name);
    if (before) {
      before.again = true;
      return;
    }
    const state = { again: false };
    underWay.set(name, state);
    wake(ZERODO_FUNCTION_URL.replace('{function}', name), newId())
      .catch((error: Error) => log.warn({ poked: name, reason: error.message }, 'poke failed'))
      .finally(() => {
        underWay.delete(name);
        if (state.again) poke(name);
      });
  };

  return (events, remindsAt = null) => {
    if (events.length > 0) poke('outbox-relay');
    const near = now().getTime() + nearMs;
    const isNear = remindsAt !== null && remindsAt.getTime() <= near;
    if (isNear || events.some((event) => plansReminderBefore(event, near))) poke('reminder-due');
  };
}

const wake = (url: string, id: string) =>
  send(url, {
    headers: {
      'ce-specversion': '1.0',
      'ce-id': id,
      'ce-type': 'dev.zerodo.tick.v1',
      'ce-source': '/zerodo/poke',
    },
    timeout: 120_000,
  });

function plansReminderBefore({ type, data, userId, projectId }: OutgoingEvent, instant: number): boolean {
  if (type === 'dev.zerodo.reminder.snoozed.v1') return Date.parse(data.fireAt) <= instant;
  if (!('task' in data)) return false;
  if (movesOthersReminders({ type, data, userId, projectId })) return true;
  return data.task.reminders.some(
    ({ state, fireAt }) => state === 'planned' && fireAt !== null && Date.parse(fireAt) <= instant,
  );
}

/** In a project that others may be in, their reminders follow a task, and the event shows only those of whoever moved it. */
const movesOthersReminders = ({ type, data, userId, projectId }: Moved): boolean =>
  projectId !== inboxId(userId) &&
  (type === 'dev.zerodo.task.reopened.v1' ||
    type === 'dev.zerodo.task.restored.v1' ||
    ('changed' in data && data.changed.includes('due')));

type Moved = Pick<OutgoingEvent, 'type' | 'data' | 'userId' | 'projectId'>;
