import { expect, it } from 'vitest';
import { worse } from './judge.ts';

const none = { total: 0, bad: 0 };
const isWorse = (bad: number, total: number, before = none, budget = 0.001) =>
  worse('answers', { total, bad }, before, budget) !== undefined;

it('says nothing of what nobody asked for', () => {
  expect(isWorse(0, 0)).toBe(false);
});

it('forgives one of few, and not two', () => {
  expect(isWorse(1, 50)).toBe(false);
  expect(isWorse(2, 50)).toBe(true);
});

it('takes what burns the budget fourteen times too fast for worse', () => {
  expect(isWorse(145, 10_000)).toBe(false);
  expect(isWorse(146, 10_000)).toBe(true);
});

it('compares with before where that was bad already', () => {
  const before = { total: 1000, bad: 50 };
  expect(isWorse(100, 1000, before)).toBe(false);
  expect(isWorse(102, 1000, before)).toBe(true);
});

it('forgives nothing but one where nothing may be lost', () => {
  expect(isWorse(1, 600, { total: 3600, bad: 0 }, 0)).toBe(false);
  expect(isWorse(2, 600, { total: 3600, bad: 0 }, 0)).toBe(true);
});

it('says it in a sentence', () => {
  expect(worse('answers within 0.25 s', { total: 50, bad: 5 }, { total: 100, bad: 0 }, 0.001)).toBe(
    'answers within 0.25 s: 5 of 50 are not, and 0 of 100 before',
  );
});
