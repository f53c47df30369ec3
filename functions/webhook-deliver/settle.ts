import { inboxId } from '@zerodo/domain/ids';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { isHopeless, nextAttempt } from '@zerodo/domain/webhook-retries';
import type { Attempt } from '@zerodo/runtime/delivery';
import type { Tx } from '@zerodo/store/sql';
import { noteArrival, noteFailure, switchOff } from '@zerodo/store/webhook-health';
import { type Claimed, settleAttempt } from '@zerodo/store/webhook-sending';

/** An attempt, what it sends, and what came back: `status` is null until somebody answered. */
export type Sending = { claimed: Claimed; body: string; status: number | null; retryAfter: number };

type Context = { tx: Tx; now: () => Date; newId: () => string };

/** Writes what came of an attempt, and switches off a webhook that is gone or hopeless. */
export async function settle(
  { claimed, status, retryAfter }: Sending,
  attempt: Attempt,
  { tx, now, newId }: Context,
): Promise<OutgoingEvent[]> {
  const at = now();
  const { webhookId } = claimed;
  if (attempt.outcome === 'done') {
    await settleAttempt(tx, claimed, { state: 'sent', nextAt: null, status, error: null, now: at });
    await noteArrival(tx, webhookId, at);
    return [];
  }
  const nextAt = attempt.outcome === 'again' ? nextAttempt(claimed, at, retryAfter) : null;
  const state = nextAt ? 'planned' : 'failed';
  const held = await settleAttempt(tx, claimed, { state, nextAt, status, error: attempt.reason, now: at });
  if (!held) return [];
  const health = await noteFailure(tx, webhookId, at);
  const gone = attempt.outcome === 'failed';
  if (!health || !(gone || isHopeless(health, at))) return [];

  const reason = gone ? attempt.reason : 'Nothing has arrived there for five days.';
  const notificationId = newId();
  const userId = await switchOff(tx, { id: webhookId, notificationId, reason, now: at });
  return userId ? [sentEvent(notificationId, userId, { id: newId(), now: at })] : [];
}

/** Says that something lies in the person's inbox. */
const sentEvent = (
  notificationId: string,
  userId: string,
  { id, now }: { id: string; now: Date },
): OutgoingEvent => ({
  id,
  type: 'dev.zerodo.notification.sent.v1',
  subject: notificationId,
  time: now,
  userId,
  projectId: inboxId(userId),
  recurring: false,
  data: { notificationId, taskId: null, userId, channel: 'in-app', late: false },
});
