import { Rejected } from '@zerodo/domain/rejected';
import type { AsWorker } from '@zerodo/runtime/query';
import { type DeadLetter, explained, listDeadLetters } from '@zerodo/store/dead-letters';
import { resend } from '../../functions/dead-letter-resend/resend.ts';

/** The Zerodo that is worked on: its database, and where its functions are, with `{function}` for the name. */
export type Installation = { transaction: AsWorker; functionUrl: string; say: (line: string) => void };

const limit = 100_000;

const waiting = ({ transaction }: Installation): Promise<DeadLetter[]> =>
  transaction(async (tx) => (await listDeadLetters(tx, { all: false, limit })).letters);

export const waitingLetters = async (installation: Installation): Promise<string[]> =>
  (await waiting(installation)).map(({ id }) => id);

function show({ id, subscription, reason, attributes, failedAt }: DeadLetter): string {
  const { status, words } = explained(reason);
  return `${id}  ${failedAt.toISOString()}  ${subscription}  ${attributes.type} ${attributes.id}  ${status ?? '–'}  ${words}`;
}

export async function listLetters(installation: Installation): Promise<true> {
  const letters = await waiting(installation);
  installation.say(letters.length > 0 ? letters.map(show).join('\n') : 'There are no dead letters.');
  return true;
}

/** Sends them one after the other, and stops at none; answers whether all were taken. */
export async function sendLetters(
  ids: readonly string[],
  { transaction, functionUrl, say }: Installation,
): Promise<boolean> {
  let allTaken = true;
  for (const id of ids) {
    const answer = await resend(id, { userId: null, functionUrl, transaction }).catch((error: unknown) => {
      if (error instanceof Rejected) return { taken: false, reason: error.message };
      throw error;
    });
    allTaken &&= answer.taken;
    say(`${id}  ${answer.taken ? 'taken' : `kept: ${answer.reason}`}`);
  }
  return allTaken;
}
