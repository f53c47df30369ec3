import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../lib/local-time.ts';
import { byWeek, cellsOf, monthsOf, someDay, weekdayOrder } from './weeks.ts';

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ date: addDays(from, at), completed: 1 }));

describe('the weeks of the statistics', () => {
  it('begin where the person says, and lose no day', () => {
    // A Wednesday, and twelve days from there.
    expect(byWeek(days('2026-11-18', 12), 1)).toEqual([
      { from: '2026-11-18', to: '2026-11-22', completed: 5 },
      { from: '2026-11-23', to: '2026-11-29', completed: 7 },
    ]);
    expect(byWeek(days('2026-11-18', 12), 0).map(({ from }) => from)).toEqual([
      '2026-11-18',
      '2026-11-22',
      '2026-11-29',
    ]);
  });

  it.each([0, 1, 6])('that begin on day %i put a year into 53 columns of seven', (begins) => {
    const cells = cellsOf(days('2025-11-22', 365), begins);
    expect(cells.at(-1)?.week).toBeLessThanOrEqual(53);
    for (const { date, weekday } of cells) expect((begins + weekday) % 7).toBe(weekdayOf(date));
  });

  it('name each month once, with room for the name', () => {
    const months = monthsOf(cellsOf(days('2025-11-22', 365), 1));
    expect(months.map(({ date }) => date.slice(0, 7))).toEqual([
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
      ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
    ]);
  });

  it('order and name their days', () => {
    expect(weekdayOrder(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdayOrder(0)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(weekdayOrder(6)).toEqual([6, 7, 1, 2, 3, 4, 5]);
    expect(weekdayOf(someDay(1))).toBe(1);
    expect(weekdayOf(someDay(7))).toBe(0);
  });
});
