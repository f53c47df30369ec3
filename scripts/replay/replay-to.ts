import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@zerodo/store/dead-letters';
import { beginAction, endAction } from '@zerodo/store/operator-actions';
import { post } from '../../functions/dead-letter-resend/resend.ts';
import type { Hearing } from './consumers.ts';
import type { Installation } from './letters.ts';
import { replaySpan } from './replay-span.ts';
import type { Span } from './span.ts';

/** A function that is busy, or away for a moment, is asked again after each of these. */
const pausesMs = [1_000, 5_000];
const isPassing = (reason: string): boolean => !/^4(?!29)/.test(reason);

/** Sends a function what it heard in a span, says what became of it, and notes it down; answers whether all was taken. */
export async function replayTo(
  consumer: string,
  { span, hearings }: { span: Span; hearings: readonly Hearing[] },
  { transaction, functionUrl, say }: Installation,
): Promise<boolean> {
  const subject = `${consumer} ${span.from.toISOString()} ${span.to.toISOString()}`;
  const action = await transaction((tx) => beginAction(tx, { userId: null, action: 'replay', subject }));
  const url = functionUrl.replace('{function}', consumer);
  const { sent, refused } = await replaySpan(span, hearings, {
    transaction,
    post: (message) => take(message, url),
  });
  for (const { eventId, reason } of refused) say(`${eventId}  refused with ${reason}`);
  const taken = sent - refused.length;
  say(`${consumer} took ${taken} of ${sent} events; what it had handled before it has not done again.`);
  await transaction((tx) => endAction(tx, action, `${taken} of ${sent} taken`));
  return refused.length === 0;
}

/** Null when the event was taken, else what was answered last. */
async function take(message: Message, url: string): Promise<string | null> {
  let refusal = '';
  for (const pause of [0, ...pausesMs]) {
    if (pause > 0) await sleep(pause);
    const { taken, reason } = await post(message, url);
    if (taken) return null;
    refusal = reason;
    if (!isPassing(reason)) break;
  }
  return refusal;
}
