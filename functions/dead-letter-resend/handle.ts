/**
 * Sends dead letters again, for an operator, and writes down who did.
 *
 * in   POST /resend-dead-letter, /resend-dead-letters
 * out  the event as it was, to the function that it was for
 */
import { type Resent, resendDeadLetter, resendDeadLetters } from '@zerodo/domain/flow';
import { Rejected } from '@zerodo/domain/rejected';
import { defineOperation, type OperatorContext } from '@zerodo/runtime/query';
import { countDeadLetters, leastTried } from '@zerodo/store/dead-letters';
import { resend } from './resend.ts';

/** As many at once as a function of ours easily takes, and no longer than somebody waits. */
const [atOnce, most, mostMs] = [5, 100, 30_000];

const again = (id: string, { transaction, userId, config }: OperatorContext): Promise<Resent> => {
  const functionUrl = config.ZERODO_FUNCTION_URL;
  if (!functionUrl) throw new Error('ZERODO_FUNCTION_URL is missing: no function can be reached.');
  return resend(id, { userId, functionUrl, transaction });
};

export default [
  defineOperation({
    name: 'resend-dead-letter',
    accepts: resendDeadLetter,
    handle: async ({ deadLetterId }, context) => again(deadLetterId, context),
  }),

  defineOperation({
    name: 'resend-dead-letters',
    accepts: resendDeadLetters,
    async handle(_, context) {
      const { transaction } = context;
      const begun = performance.now();
      // What is refused each time must not keep the others from ever being sent.
      const waiting = await transaction((tx) => leastTried(tx, most));
      const sent: Resent[] = [];
      const work = async () => {
        while (waiting.length > 0 && performance.now() - begun < mostMs) {
          const id = waiting.shift()!;
          // One whose function is gone stops none of the others.
          const answer = await again(id, context).catch((error: unknown) => {
            if (error instanceof Rejected) return { id, taken: false, reason: error.message };
            throw error;
          });
          sent.push(answer);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return { sent, left: await transaction(countDeadLetters) };
    },
  }),
];
