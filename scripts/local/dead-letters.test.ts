import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { keepDeadLetter, listDeadLetters, readDeadLetter } from './dead-letters.ts';

describe('the dead letters', () => {
  const { worker, owner } = testDatabase();
  const kept = async (data: string, attributes: Record<string, string> = { id: '1' }) => {
    await owner()`truncate dead_letters`;
    await keepDeadLetter(worker(), 'Trigger/test', { attributes, data }, { knativeerrordest: 'http://test' });
    const [letter] = await listDeadLetters(worker(), { all: false });
    return readDeadLetter(worker(), letter!.id);
  };

  it.each([
    ['an object', '{"a": 1}'],
    ['a string', '"text"'],
    ['nothing', ''],
    ['half an object', '{"a":'],
    ['no JSON', 'text'],
    ['a backslash', '{"a": "\\\\u0000"}'],
  ])('keep data that is %s as it was', async (_, data) => {
    expect(await kept(data)).toMatchObject({ data, attributes: { id: '1' } });
  });

  it.each([
    ['in text', 'a\0b', 'a\ufffdb'],
    ['in JSON', '{"a": "b\\u0000"}', '{"a": "b\ufffd"}'],
    ['in a name', '{"a\\u0000": 1}', '{"a\ufffd": 1}'],
    ['and half a character', '["\\ud83d"]', '["\ufffd"]'],
  ])('keep what Postgres cannot hold, %s, as a replacement character', async (_, data, instead) => {
    expect(await kept(data, { id: 'a\0' })).toMatchObject({ data: instead, attributes: { id: 'a\ufffd' } });
  });
});
