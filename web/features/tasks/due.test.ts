import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { onDay } from './due.ts';

const viewer = { now: Date.parse('2026-11-21T12:00:00Z'), zone: 'Europe/Berlin' };
const due = (time: string | null, over = {}) => ({
  date: '2026-11-18',
  time,
  timezone: 'Europe/Berlin',
  floating: false,
  ...over,
});

describe('a task moved to a day', () => {
  it('keeps its time, also today while that is still to come', () => {
    expect(onDay(aTask({ due: due('09:00') }), '2026-11-24', viewer)).toEqual(
      due('09:00', { date: '2026-11-24' }),
    );
    expect(onDay(aTask({ due: due('18:30') }), '2026-11-21', viewer)).toMatchObject({ time: '18:30' });
  });

  it('has the whole day where its time is over already: it would be overdue again at once', () => {
    expect(onDay(aTask({ due: due('12:59') }), '2026-11-21', viewer)).toEqual(
      due(null, { date: '2026-11-21' }),
    );
  });

  it('is meant here from now on when it was meant in another zone', () => {
    const tokyo = aTask({ due: due('07:00', { timezone: 'Asia/Tokyo' }), dueAt: '2026-11-17T22:00:00.000Z' });
    expect(onDay(tokyo, '2026-11-24', viewer)).toEqual(due('23:00', { date: '2026-11-24' }));
  });

  it('gets a date where it had none', () => {
    expect(onDay(aTask(), '2026-11-24', viewer)).toEqual(due(null, { date: '2026-11-24' }));
  });
});
