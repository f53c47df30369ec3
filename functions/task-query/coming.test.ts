import { successorId } from '@zerodo/domain/ids';
import { testFunction } from '@zerodo/testing/functions';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';
import taskQuery from './handle.ts';

describe('what comes of series', () => {
  const { aSeries, clock, database, on, people } = seriesScene();
  const asking = testFunction(taskQuery, database, { now: () => clock.now });
  const week = { from: '2026-11-23', to: '2026-11-29', timezone: 'Europe/Berlin' };
  const coming = async (user: string, over: object = {}) =>
    (await asking.ask('list-coming', { ...week, ...over }, user)).json;
  const dates = async (user: string, over: object = {}) =>
    (await coming(user, over)).items.map(({ due }: { due: { date: string } }) => due.date);

  it('is what the rule says after the open occurrence, with what it is', async () => {
    const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY;INTERVAL=2'] }, { priority: 2 });

    expect(await coming(user)).toEqual({
      items: ['2026-11-25', '2026-11-27', '2026-11-29'].map((date) => ({
        ...{ seriesId: id, projectId: expect.any(String), title: 'Run', priority: 2, durationMinutes: null },
        due: { date, time: '09:00', timezone: 'Europe/Berlin', floating: false },
        ...{ dueAt: `${date}T08:00:00.000Z`, openTaskId: first },
      })),
      nextCursor: null,
    });
  });

  it('is no more than the rule has left, and nothing that is past or no longer wanted', async () => {
    const counted = await aSeries({ rrules: ['FREQ=DAILY;COUNT=3'] });
    expect(await dates(counted.user)).toEqual(['2026-11-24', '2026-11-25']);
    clock.now = new Date('2026-11-24T12:00:00Z');
    expect(await dates(counted.user)).toEqual(['2026-11-25']);
    await on.done(counted.user, counted.first);
    expect(await on.open(counted.user)).toMatchObject([
      { id: successorId(counted.first), dueDate: '2026-11-25' },
    ]);
    expect(await dates(counted.user)).toEqual([]);

    const paused = await aSeries({ rrules: ['FREQ=DAILY'] });
    await on.pause(paused.user, paused.id);
    expect(await dates(paused.user)).toEqual([]);
  });

  it('cannot be told of what counts from completion', async () => {
    const { user } = await aSeries({ rrules: ['FREQ=DAILY'], mode: 'completion' });

    expect(await dates(user)).toEqual([]);
  });

  it('is on the day of whoever looks; a whole day is its date everywhere', async () => {
    const timed = await aSeries({ rrules: ['FREQ=WEEKLY;BYDAY=MO,TH'] });
    const late = { from: '2026-11-25', to: '2026-11-25', timezone: 'Pacific/Honolulu' };
    // Thursday at nine in Berlin is Wednesday evening in Honolulu.
    expect(await dates(timed.user, late)).toEqual(['2026-11-26']);

    const due = { date: '2026-11-23', time: null, timezone: 'Europe/Berlin' };
    const whole = await aSeries({ rrules: ['FREQ=WEEKLY;BYDAY=MO,TH'] }, { due });
    expect(await dates(whole.user, late)).toEqual([]);
    expect(await dates(whole.user, { ...late, from: '2026-11-26', to: '2026-11-26' })).toEqual([
      '2026-11-26',
    ]);
  });

  it('is nobody else’s, and of as many days as fill a page', async () => {
    await aSeries({ rrules: ['FREQ=DAILY'] });
    const stranger = people.person();

    expect(await dates(stranger)).toEqual([]);
    expect((await coming(stranger, { to: '2027-02-01' })).code).toBe('invalid-request');
    expect((await coming(stranger, { to: '2026-11-22' })).code).toBe('invalid-request');
    expect((await coming(stranger, { timezone: 'Nowhere' })).code).toBe('unknown-timezone');
  });

  it('is a hundred of one series at the most', async () => {
    const { user } = await aSeries({ rrules: ['FREQ=HOURLY'] });

    expect((await coming(user)).items).toHaveLength(100);
  });
});
