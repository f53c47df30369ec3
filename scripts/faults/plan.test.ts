import { describe, expect, it } from 'vitest';
import { planOf } from './plan.ts';

describe('the plan of a run', () => {
  const kinds = ['a', 'b', 'c', 'd'] as const;

  it('is the same for the same seed, and another one for another', () => {
    expect(planOf(kinds, 20, 'one')).toEqual(planOf(kinds, 20, 'one'));
    expect(planOf(kinds, 20, 'one')).not.toEqual(planOf(kinds, 20, 'two'));
  });

  it('has every kind before any comes again', () => {
    const plan = planOf(kinds, 10, 'one').map(({ kind }) => kind);

    expect(plan).toHaveLength(10);
    expect(plan.slice(0, 4).toSorted()).toEqual(kinds);
    expect(plan.slice(4, 8).toSorted()).toEqual(kinds);
  });

  it('lets each fault decide otherwise', () => {
    const dice = planOf(kinds, 20, 'one').map((fault) => fault.dice);

    expect(new Set(dice).size).toBe(20);
    expect(dice.every((one) => one >= 0 && one < 1)).toBe(true);
  });
});
