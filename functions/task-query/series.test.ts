import { testFunction } from '@zerodo/testing/functions';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';
import taskQuery from './handle.ts';

describe('the list of series', () => {
  const { aSeries, database } = seriesScene();
  const asking = testFunction(taskQuery, database);

  it('says each rule in the language that is asked for, else in English', async () => {
    const { user } = await aSeries({ rrules: ['FREQ=DAILY;INTERVAL=2'] });
    const said = async (asked: object) =>
      (await asking.ask('list-series', asked, user)).json.items[0].recurrence.text;

    expect(await said({})).toBe('Every 2 days at 09:00');
    expect(await said({ locale: 'de' })).toBe('Alle 2 Tage um 09:00');
    expect((await asking.ask('list-series', { locale: 'fr' }, user)).status).toBe(422);
  });
});
