import { describe, expect, it } from 'vitest';
import { addMonths, daysOfMonth, daysOfWeek } from './days.ts';
import { lanes } from './lanes.ts';

describe('the days of a calendar', () => {
  it('are whole weeks that begin where the person says', () => {
    expect(daysOfWeek('2026-11-22', 1)[0]).toBe('2026-11-16');
    expect(daysOfWeek('2026-11-22', 0)[0]).toBe('2026-11-22');

    const november = daysOfMonth('2026-11-21', 1);
    expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
    const february = daysOfMonth('2027-02-10', 1);
    expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
  });

  it('stay within a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-31');
  });
});

it('puts what is at the same time beside each other', () => {
  const at = (id: string, from: number, to: number) => ({ id, from, to });
  const placed = lanes([at('a', 0, 60), at('b', 30, 90), at('c', 60, 120), at('d', 200, 230)]);

  expect(placed.map(({ id, lane, of }) => [id, lane, of])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 2],
    ['d', 0, 1],
  ]);
});
