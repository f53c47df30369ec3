import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('takes an address, and the usual of the rest', () => {
  expect(readOptions(['http://zerodo.localhost/today'])).toEqual({
    url: 'http://zerodo.localhost',
    namespace: 'zerodo',
    tasks: 6000,
    atOnce: 60,
  });
});

it.each([
  [[], 'Say where people reach it, one address'],
  [['zerodo.localhost'], 'Say where people reach it, one address'],
  [['http://a', 'http://b'], 'Say where people reach it, one address'],
  [['http://a', '--tasks', 'many'], '--tasks many: a number'],
  [['http://a', '--at-once', '0'], '--at-once 0: a number'],
  [['http://a', '--namespac', 'x'], "Unknown option '--namespac'"],
])('refuses %j with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
