import { digestBounds, digestDay } from '@zerodo/domain/digest';
import { isEmpty } from '@zerodo/domain/mail/digest-letter';
import { stillHolds } from '@zerodo/domain/mail/undelivered';
import { defineDelivery } from '@zerodo/runtime/delivery';
import { failedEvent, isLate, sentEvent } from '@zerodo/store/announce';
import { readDigest } from '@zerodo/store/digests';
import { callOff, claimAttempt, putOff, settle } from '@zerodo/store/ledger';
import { disablePush, notePushed, readPushTarget } from '@zerodo/store/push-targets';
import type { Tx } from '@zerodo/store/sql';
import { type Letterbox, readUndelivered } from '@zerodo/store/undelivered';
import { mail } from './mail.ts';
import { push } from './push.ts';
import type { To, Work } from './work.ts';

/** Sends a planned notification by mail or push, and says in the ledger what came of it. */
export const deliver = defineDelivery<'dev.zerodo.notification.planned.v1', Work>({
  name: 'notification-send',
  accepts: ['dev.zerodo.notification.planned.v1'],

  async plan({ data: { notificationId: id } }, { tx, now }) {
    const at = now();
    const attempt = await claimAttempt(tx, id, at);
    const box = attempt === null ? undefined : await readUndelivered(tx, id);
    if (attempt === null || !box) return null;
    const { message, projectId } = box;
    const to = stillHolds(message) ? await addressed(tx, box) : null;
    if (to)
      return {
        id,
        attempt,
        message,
        projectId,
        late: isLate(message.reminderAt ?? message.fireAt, at),
        ...to,
      };
    await callOff(tx, id);
    return null;
  },

  target: (work) => (work.channel === 'email' ? 'smtp' : `push:${new URL(work.browser.endpoint).host}`),

  async putOff(work, until, { tx, now, newId }) {
    const became = await putOff(tx, work, until, now());
    if (became !== 'failed') return [];
    return [failedEvent(entryOf(work), 'It was left alone for a day.', { now: now(), newId })];
  },

  perform: (work, context) => (work.channel === 'email' ? mail(work, context) : push(work, context)),

  async settle(work, attempt, { tx, now, newId }) {
    const clock = { now: now(), newId };
    const { late, channel } = work;
    if (channel === 'push' && attempt.outcome === 'done') await notePushed(tx, work.browser.id, clock.now);
    if (channel === 'push' && attempt.outcome === 'failed' && attempt.gone) {
      await disablePush(tx, work.browser.id, attempt.reason, clock.now);
    }
    const state = { done: late ? 'late' : 'sent', failed: 'failed', again: 'planned' } as const;
    const reason = attempt.outcome === 'done' ? null : attempt.reason;
    const became = await settle(tx, work, { state: state[attempt.outcome], reason }, clock.now);
    const entry = entryOf(work);
    if (became === 'failed') return [failedEvent(entry, reason!, clock)];
    return became === null || became === 'planned' ? [] : [sentEvent(entry, late, clock)];
  },
});

const entryOf = ({ id, message, projectId, channel }: Work) => ({
  id,
  userId: message.userId,
  taskId: message.task?.id ?? null,
  projectId,
  channel,
});

/** Where it goes; null where nobody takes it any more, or a day has nothing to say. */
async function addressed(tx: Tx, { message, subscriptionId, email }: Letterbox): Promise<To | null> {
  if (subscriptionId !== null) {
    const browser = await readPushTarget(tx, subscriptionId);
    return browser && { channel: 'push', browser };
  }
  if (email === null) return null;
  if (message.kind !== 'digest') return { channel: 'email', address: email, digest: null };
  const { timezone } = message.person;
  const day = digestDay(message.fireAt, timezone);
  const digest = await readDigest(tx, message.userId, digestBounds(day, timezone));
  return isEmpty(digest) ? null : { channel: 'email', address: email, digest };
}
