import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { explained, functionOf, keepDeadLetter, listDeadLetters, readDeadLetter } from './dead-letters.ts';
import { transaction } from './transaction.ts';

describe('the dead letters', () => {
  const { worker, owner } = testDatabase();
  const kept = async (data: string, attributes: Record<string, string> = { id: '1' }) => {
    await owner()`truncate dead_letters`;
    return transaction(worker(), { worker: 'test' }, async (tx) => {
      await keepDeadLetter(tx, 'Trigger/test', { attributes, data }, { knativeerrordest: 'http://test' });
      const { letters } = await listDeadLetters(tx, { all: false, limit: 1 });
      return readDeadLetter(tx, letters[0]!.id);
    });
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

  it('say whom they were for, and why they are dead', () => {
    const dest = { knativeerrordest: 'http://test' };
    expect(functionOf({ subscription: 'KafkaSource/notification-send' })).toBe('notification-send');
    expect(explained({ ...dest, knativeerrorcode: '422', reason: 'invalid-request' })).toEqual({
      status: 422,
      words: 'invalid-request',
    });
    const knativeerrordata = Buffer.from('connection refused').toString('base64');
    expect(explained({ ...dest, knativeerrordata })).toEqual({ status: null, words: 'connection refused' });
    expect(explained(dest)).toEqual({ status: null, words: '' });
  });
});
