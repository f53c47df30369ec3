import type { TickContext } from '@zerodo/runtime/tick';
import { lockSeries } from '@zerodo/store/series';
import { lockStalled } from '@zerodo/store/stalled-series';
import { keepGoing } from '@zerodo/store/successor';

const mostSteps = 200;

/** Makes what should have followed an occurrence and did not, as its series' creator. */
export async function wakeStalled({ transaction, now, newId, log, stopping }: TickContext): Promise<void> {
  let last: { completedAt: Date; id: string } | undefined;
  for (let step = 0; step < mostSteps && !stopping.aborted; step++) {
    const after = last;
    last = await transaction(async (tx) => {
      const at = now();
      const stalled = await lockStalled(tx, at, after);
      const series = stalled && (await lockSeries(tx, stalled.seriesId));
      if (!series) return { result: stalled, events: [] };
      const events = await keepGoing(tx, series, { actor: series.createdBy, now: at, newId });
      if (events.length > 0) log.warn({ seriesId: series.id }, 'a series had stopped and goes on');
      return { result: stalled, events };
    });
    if (!last) return;
  }
}
