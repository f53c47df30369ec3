/**
 * Deletes what has been kept for as long as it is kept, a batch at a time.
 *
 * in   a tick, once a day
 * out  nothing
 */
import { defineTick } from '@zerodo/runtime/tick';
import { sweeps } from '@zerodo/store/retention';

const batch = 1_000;

export default defineTick({
  name: 'retention-sweep',
  async handle({ transaction, log, stopping }) {
    const deleted: Record<string, number> = {};
    for (const [what, sweep] of Object.entries(sweeps)) {
      for (let last = batch; last >= batch && !stopping.aborted; ) {
        last = await transaction(async (tx) => ({ result: (await sweep(tx, batch)).count, events: [] }));
        if (last > 0) deleted[what] = (deleted[what] ?? 0) + last;
      }
    }
    log.info({ deleted, stopped: stopping.aborted }, 'what is not kept has been deleted');
  },
});
