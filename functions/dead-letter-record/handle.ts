/**
 * Keeps what a cluster's triggers and sources have given up, for the flow page and `npm run replay`.
 *
 * in   every record of the topic dead-letters
 * out  nothing
 */
import { defineCollector } from '@zerodo/runtime/collector';
import { keepDeadLetterOnce } from '@zerodo/store/dead-letters';
import { letterOf } from './letter.ts';

export default defineCollector({
  name: 'dead-letter-record',
  // An event has 64 KiB of data, and its reason comes beside it.
  bodyLimit: 256 * 1024,
  async collect(message, { tx }) {
    const { subscription, event, reason } = letterOf(message);
    await keepDeadLetterOnce(tx, subscription, event, reason);
  },
});
