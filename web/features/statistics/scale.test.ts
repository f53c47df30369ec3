import { describe, expect, it } from 'vitest';
import { countScale, levelScale, nameEvery } from './scale.ts';

describe('the scales of the statistics', () => {
  it.each([0, 1, 2, 3, 7, 40, 1234])('count in whole numbers up to %i', (most) => {
    const { y, ticks } = countScale(most, 200);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(8);
    expect(y(0)).toBe(200);
    expect(y(most)).toBeGreaterThanOrEqual(0);
  });

  it('tell a day with one from a day with none, and the best from the rest', () => {
    expect([0, 1, 2, 3, 4].map(levelScale(4))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1].map(levelScale(1))).toEqual([0, 1]);
    expect([0, 1, 10, 11, 20, 30, 40].map(levelScale(40))).toEqual([0, 1, 1, 2, 2, 3, 4]);
  });

  it('name as many marks as there is room for', () => {
    expect(nameEvery(7, 700, 50)).toBe(1);
    expect(nameEvery(30, 300, 60)).toBe(6);
    expect(nameEvery(30, 0, 60)).toBeGreaterThan(30);
  });
});
