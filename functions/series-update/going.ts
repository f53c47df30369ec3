import { checkVersion } from '@zerodo/domain/changes';
import { checkGoing, type Series, stamped } from '@zerodo/domain/series';
import { endSeries, pauseSeries, resumeSeries } from '@zerodo/domain/series-commands';
import { seriesEvent } from '@zerodo/domain/series-events';
import { type CommandContext, defineCommand } from '@zerodo/runtime/command';
import { lockOwnSeries, saveSeries } from '@zerodo/store/series';
import { readSeries } from '@zerodo/store/series-lists';
import { goOn } from './go-on.ts';

type Target = { seriesId: string; version?: number | undefined };

/** Nothing comes while it waits; what is open stays. */
export const pause = defineCommand({
  name: 'series-update',
  accepts: pauseSeries,

  async handle({ data }, context) {
    const series = await locked(data, context);
    checkGoing(series);
    return stop('updated', series, 'paused', context);
  },
});

/** Makes nothing more, and what is open is the last of it. */
export const end = defineCommand({
  name: 'series-update',
  accepts: endSeries,

  async handle({ data }, context) {
    const series = await locked(data, context);
    // One that has finished by itself stays so: it would go on by itself where its last one is opened again.
    return stop('ended', series, series.state === 'finished' ? 'finished' : 'ended', context);
  },
});

/** Goes on from now; one that was ended by hand does too. */
export const resume = defineCommand({
  name: 'series-update',
  accepts: resumeSeries,

  async handle({ data }, context) {
    const series = await locked(data, context);
    const { tx, now, newId, userId } = context;
    const cause = { actor: userId, now: now(), newId };
    const events = series.state === 'active' ? [] : await goOn(tx, series, stamped(series, cause.now), cause);
    return { answer: await readSeries(tx, series.id, userId), events };
  },
});

async function locked({ seriesId, version }: Target, { tx, userId }: CommandContext): Promise<Series> {
  const series = await lockOwnSeries(tx, seriesId, userId);
  checkVersion(series, version);
  return series;
}

async function stop(
  what: 'updated' | 'ended',
  series: Series,
  state: Series['state'],
  { tx, now, newId, userId }: CommandContext,
) {
  if (series.state === state) return { answer: await readSeries(tx, series.id, userId), events: [] };
  const at = now();
  const stopped: Series = { ...stamped(series, at), state, nextDueAt: null };
  await saveSeries(tx, stopped);
  const event = seriesEvent(what, stopped, { actor: userId, now: at, eventId: newId() }, series);
  return { answer: await readSeries(tx, series.id, userId), events: [event] };
}
