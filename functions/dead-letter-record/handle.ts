/**
 * Keeps what a cluster's triggers and sources have given up, for the flow page and `npm run replay`.
 *
 * in   every record of the topic dead-letters
 * out  nothing
 */
import { defineCollector } from '@zerodo/runtime/collector';
import { count } from '@zerodo/runtime/telemetry/record';
import { keepDeadLetterOnce } from '@zerodo/store/dead-letters';
import { letterOf } from './letter.ts';

/** Of the function; anybody who may write to the topic can have written something else there. */
const nameIn = (subscription: string): string =>
  /^Service\/([a-z0-9-]{1,63})$/.exec(subscription)?.[1] ?? 'unknown';

export default defineCollector({
  name: 'dead-letter-record',
  // An event has 64 KiB of data, and its reason comes beside it.
  bodyLimit: 256 * 1024,
  async collect(message, { tx }) {
    const { subscription, event, reason } = letterOf(message);
    const isNew = await keepDeadLetterOnce(tx, subscription, event, reason);
    if (isNew) count('dead_letters', { 'dead_letter.function': nameIn(subscription) });
  },
});
