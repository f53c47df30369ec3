import { expect, it } from 'vitest';
import { between } from './range.ts';

it('selects everything between two rows, whichever comes first', () => {
  expect(between(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
  expect(between(['a', 'b'], 'a', 'a')).toEqual(['a']);
});

it('selects the row alone when the other one is not shown any more', () => {
  expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b']);
});
