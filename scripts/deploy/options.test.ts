import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const url = 'https://zerodo.example.com';

it('takes an address without what is behind the host', () => {
  expect(readOptions([`${url}/today`, '--tag', '1']).url).toBe(url);
});

it.each([
  [['--tag', '1'], 'Say where people reach it, one address'],
  [[url], 'Say which images, by their tag'],
  [[url, '--tag', 'a b'], 'Say which images, by their tag'],
  [[url, '--tag', '1', '--canary', '10'], '--canary and --prometheus go together'],
  [[url, '--tag', '1', '--canary', '0', '--prometheus', 'a/b:1'], 'a whole number of percent from 1 to 99'],
  [[url, '--tag', '1', '--canary', '5', '--prometheus', 'http://b'], 'namespace/service:port'],
  [[url, '--tag', '1', '--watch', 'long'], 'minutes, up to 120'],
  [[url, '--tag', '1', '--release', 'A'], 'small letters, digits and "-"'],
  [[url, '--tag', '1', '--registry', 'https://x'], 'is no registry'],
  [[url, '--tga', '1'], "Unknown option '--tga'"],
])('refuses %j with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
