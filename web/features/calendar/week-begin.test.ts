import { expect, it } from 'vitest';
import { weekBegin } from './week-begin.ts';

it.each([
  ['locale', 'en-US', 0],
  ['locale', 'en-GB', 1],
  ['locale', 'de-DE', 1],
  ['locale', 'ar-EG', 6],
  ['monday', 'en-US', 1],
  ['sunday', 'de-DE', 0],
  ['saturday', 'en-GB', 6],
] as const)('weeks begin as chosen: %s in %s is day %i', (chosen, locale, day) => {
  expect(weekBegin(chosen, locale)).toBe(day);
});
