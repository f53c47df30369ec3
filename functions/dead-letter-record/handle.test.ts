import { randomUUID } from 'node:crypto';
import { explained, functionOf, markReplayed, readDeadLetter } from '@zerodo/store/dead-letters';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import deadLetterRecord from './handle.ts';

describe('dead-letter-record', () => {
  const database = testDatabase();
  const recording = testFunction(deadLetterRecord, database);
  const headers = (id: string, over: Record<string, string> = {}) => ({
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': id,
    'ce-source': '/zerodo/task-complete',
    'ce-type': 'dev.zerodo.task.completed.v1',
    'ce-subject': 'Gr%C3%BC%C3%9Fe',
    'ce-knativeerrordest': 'http://recurrence-spawn.zerodo.svc.cluster.local/',
    'ce-knativeerrorcode': '422',
    'ce-reason': 'invalid-request',
    ...over,
  });
  async function kept(id: string) {
    const rows = await database.owner()`select id from dead_letters where attributes ->> 'id' = ${id}`;
    return transaction(database.worker(), { worker: 'test' }, (tx) =>
      Promise.all(rows.map((row) => readDeadLetter(tx, row.id))),
    );
  }

  it('keeps the event as it was, whom it was for and why it was given up', async () => {
    const id = randomUUID();
    expect((await recording.post(headers(id), '{"half":')).status).toBe(204);

    const [letter] = await kept(id);
    expect(functionOf(letter!)).toBe('recurrence-spawn');
    expect(explained(letter!.reason)).toEqual({ status: 422, words: 'invalid-request' });
    expect(letter).toMatchObject({
      data: '{"half":',
      attributes: { id, subject: 'Grüße', datacontenttype: 'application/json' },
    });
    expect(Object.keys(letter!.attributes).filter((name) => /error|reason/.test(name))).toEqual([]);
  });

  it('keeps a record that comes twice once, and one that died again once more', async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => recording.post(headers(id), '{}')));
    const [letter, ...others] = await kept(id);
    expect(others).toEqual([]);

    await transaction(database.worker(), { worker: 'test' }, (tx) => markReplayed(tx, letter!.id));
    await recording.post(headers(id), '{}');

    expect(await kept(id)).toHaveLength(2);
  });

  it('takes what says nothing of itself as well', async () => {
    const id = randomUUID();
    const answer = await recording.post({ 'ce-id': id, 'ce-subject': '100%', 'content-type': 'x' }, '\u00ff');

    expect(answer.status).toBe(204);
    expect(await kept(id)).toMatchObject([{ subscription: 'Service/', attributes: { subject: '100%' } }]);
  });
});
