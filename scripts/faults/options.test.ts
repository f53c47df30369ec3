import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('takes one fault for two hundred operations, where nothing is said', () => {
  expect(readOptions(['--operations', '10000', '--seed', '7'])).toMatchObject({
    ...{ operations: 10_000, faults: 50, seed: '7' },
  });
});

it('plants a bug under the faults by which it shows, or under others that are asked for', () => {
  expect(readOptions(['--plant', 'redelivery-handled'])).toMatchObject({
    ...{ plant: 'redelivery-handled', among: ['delivered-again'] },
  });
  expect(readOptions(['--plant', 'redelivery-handled', '--among', 'restarted']).among).toEqual(['restarted']);
});

it.each([
  [['--operations', 'many'], '--operations is "many"'],
  [['--faults', '-1'], '--faults'],
  [['--among', 'relay-killed,relay-kiled'], 'There is no fault "relay-kiled"'],
  [['--plant', 'a-tree'], 'There is no bug "a-tree" to plant; there are answered-before-commit, no-inbox'],
  [['--seed', 'two words'], '--seed is "two words"'],
  [['--seeed', '7'], '--seeed'],
])('refuses %j with what to do', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
