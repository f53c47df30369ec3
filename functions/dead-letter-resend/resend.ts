import type { Resent } from '@zerodo/domain/flow';
import { Rejected } from '@zerodo/domain/rejected';
import { headersOf } from '@zerodo/log/http-message';
import { send } from '@zerodo/runtime/http-json';
import type { AsWorker } from '@zerodo/runtime/query';
import { functionOf, type Message, markReplayed, readDeadLetter } from '@zerodo/store/dead-letters';
import { beginAction, endAction } from '@zerodo/store/operator-actions';
import { functions } from '../flow-query/topology.generated.ts';

/** A function that starts from nothing takes a second; one that has much to do may take this long. */
const timeoutMs = 20_000;

/**
 * Sends a dead letter to the function that it was for, with the same event id, so that whoever had handled it after all
 * does nothing. What is taken is marked; who asked is written down before anything is sent.
 *
 * @throws Rejected `dead-letter-not-found`, `dead-letter-unaddressed`
 */
export async function resend(
  id: string,
  {
    userId,
    functionUrl,
    transaction,
  }: {
    /** Null for the command line. */
    userId: string | null;
    /** Where functions are inside, with `{function}` for the name. */
    functionUrl: string;
    transaction: AsWorker;
  },
): Promise<Resent> {
  const { letter, action } = await transaction(async (tx) => {
    const found = await readDeadLetter(tx, id);
    if (!found) throw new Rejected('dead-letter-not-found', `${id} is no dead letter, or none any more.`);
    // The name becomes an address: it has to be one of ours that takes events.
    if (!functions.some((one) => one.name === functionOf(found) && (one.filters || one.topic))) {
      throw new Rejected(
        'dead-letter-unaddressed',
        `${id} is for ${found.subscription}, which is no subscription that exists now.`,
      );
    }
    return {
      letter: found,
      action: await beginAction(tx, { userId, action: 'dead-letter.resend', subject: id }),
    };
  });
  const answer = await post(letter, functionUrl.replace('{function}', functionOf(letter)));
  await transaction(async (tx) => {
    if (answer.taken) await markReplayed(tx, id);
    await endAction(tx, action, answer.taken ? 'taken' : answer.reason);
  });
  return { id, ...answer };
}

/** Posts an event as a broker would, and says whether it was taken, or with what it was refused. */
export async function post(letter: Message, url: string): Promise<{ taken: boolean; reason: string }> {
  try {
    const request = { headers: headersOf(letter), body: letter.data, timeout: timeoutMs };
    const { status, headers } = await send(url, request);
    if (status < 300) return { taken: true, reason: '' };
    return { taken: false, reason: `${status} ${headers['kne-reason'] ?? ''}`.trim() };
  } catch (error) {
    return { taken: false, reason: (error as Error).message };
  }
}
