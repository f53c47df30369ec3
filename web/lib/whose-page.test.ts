import { expect, it } from 'vitest';
import { setWhosePage, whosePage } from './whose-page.ts';

it('a page stays the page of whom it was made for', () => {
  expect(setWhosePage('ana')).toBe(true);
  expect(setWhosePage('ana')).toBe(true);
  expect(setWhosePage('ben')).toBe(false);
  expect(whosePage()).toBe('ana');
});
