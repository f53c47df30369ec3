import { randomUUID } from 'node:crypto';
import { testDatabase, untilBlocked } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { claimed, remember } from './inbox.ts';
import { transaction } from './transaction.ts';

describe('claims', () => {
  const database = testDatabase();
  const claimOf = (user: string, eventId: string) => ({ function: 'f', source: user, eventId, userId: user });
  const asked = { type: 't', data: { z: 1, a: 2 } };
  const handleOnce = (
    user: string,
    eventId: string,
    content: object = asked,
    answer: unknown = { z: 1, a: 2 },
  ) =>
    transaction(database.app(), { user }, async (tx) => {
      const before = await claimed(tx, claimOf(user, eventId), content);
      if (before.seen === 1) await remember(tx, claimOf(user, eventId), answer);
      return before;
    });

  it('gives a repetition the answer of the first, word for word', async () => {
    const [user, id] = [randomUUID(), randomUUID()];
    await handleOnce(user, id);

    const again = await handleOnce(user, id);

    expect(again.seen).toBe(2);
    expect(JSON.stringify(again.answer)).toBe('{"z":1,"a":2}');
  });

  it('refuses a reused key', async () => {
    const [user, id] = [randomUUID(), randomUUID()];
    await handleOnce(user, id);

    await expect(handleOnce(user, id, { type: 't', data: 'else' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('gives nothing to a stranger with somebody else’s key', async () => {
    const [user, stranger, id] = [randomUUID(), randomUUID(), randomUUID()];
    await handleOnce(user, id);

    expect(await handleOnce(stranger, id)).toMatchObject({ seen: 1, answer: null });
    const seen = await transaction(database.app(), { user: stranger }, (tx) => tx`select user_id from inbox`);
    expect(seen).toMatchObject([{ userId: stranger }]);
  });

  it('makes a second delivery wait for the first, and start afresh when that is rolled back', async () => {
    const [user, id] = [randomUUID(), randomUUID()];
    let second!: Promise<{ seen: number }>;

    await transaction(database.app(), { user }, async (tx) => {
      await claimed(tx, claimOf(user, id), asked);
      second = handleOnce(user, id);
      await untilBlocked(database.owner());
      throw new Error('rolled back');
    }).catch(() => {});

    expect((await second).seen).toBe(1);
  });
});
