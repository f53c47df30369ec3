import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('takes an address, by the origin of a page of it too', () => {
  expect(readOptions(['https://todo.example.com/tasks'], {})).toEqual({
    url: 'https://todo.example.com',
    json: false,
  });
});

it('takes a token from the environment, where no list of processes shows it', () => {
  expect(readOptions(['https://todo.example.com'], { ZERODO_TOKEN: 'zt_1' }).token).toBe('zt_1');
});

it('takes a namespace with what is known of it, with an address or without', () => {
  const args = ['--namespace', 'zerodo', '--context', 'trial', '--except', 'notification-send,digest-send'];
  expect(readOptions(args, {})).toEqual({
    json: false,
    cluster: { namespace: 'zerodo', context: 'trial', except: ['notification-send', 'digest-send'] },
  });
});

it.each([
  [[], 'Say what to verify'],
  [['todo.example.com'], 'todo.example.com is no address'],
  [['ftp://todo.example.com'], 'is no address'],
  [['https://a.example.com', 'https://b.example.com'], 'One address at a time'],
  [['https://todo.example.com', '--context', 'trial'], '--context needs --namespace'],
  [
    ['https://todo.example.com', '--token', 't', '--email', 'a@example.test'],
    'Take either a token or --email',
  ],
  [['--jsn'], "Unknown option '--jsn'"],
])('says in one sentence what is wrong with %j', (args, sentence) => {
  expect(() => readOptions(args, {})).toThrow(sentence);
});
