import { randomUUID } from 'node:crypto';
import { completeTask } from '@zerodo/domain/commands';
import { keepDeadLetter } from '@zerodo/store/dead-letters';
import { numberWaiting } from '@zerodo/store/log-positions';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { beforeEach, describe, expect, it } from 'vitest';
import notificationSend from '../../functions/notification-send/handle.ts';
import statsRecord from '../../functions/stats-record/handle.ts';
import taskComplete from '../../functions/task-complete/handle.ts';
import { hearingsOf } from './consumers.ts';
import { type Installation, listLetters, sendLetters, waitingLetters } from './letters.ts';
import { replayTo } from './replay-to.ts';
import { readSpan } from './span.ts';

describe('replaying', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const completing = testFunction(taskComplete, database);
  const consumers = {
    'notification-send': testFunction(notificationSend, database),
    'stats-record': testFunction(statsRecord, database),
  };
  type Consumer = keyof typeof consumers;
  let said: string[];
  let begun: Date;
  beforeEach(async () => {
    said = [];
    await database.owner()`truncate events, dead_letters, operator_actions, notifications, task_stats, inbox`;
    begun = new Date(Date.now() - 1_000);
  });

  const at = (url: string): Installation => ({
    transaction: (work) => transaction(database.worker(), { worker: 'replay' }, work),
    functionUrl: `${url}/`,
    say: (line) => said.push(line),
  });
  /** Everything that `consumer` heard since this test began, or until `to`. */
  const replay = (consumer: Consumer, to?: Date) =>
    replayTo(
      consumer,
      {
        span: readSpan({ from: begun.toISOString(), to: to?.toISOString() }, { consumer, now: new Date() }),
        hearings: hearingsOf(consumer),
      },
      at(consumers[consumer].url()),
    );
  /** Ada made a task in what she shares with Bob, and completed it. */
  async function story() {
    const [ada, bob] = [people.person(), people.person()];
    const { projectId } = await people.creates(ada, { title: 'Before' });
    await people.creates(bob, { title: 'His own' });
    await database.owner()`insert into project_members (project_id, user_id, role) values (${projectId}, ${bob}, 'editor')`;
    const task = await people.creates(ada, { title: 'Dig', projectId });
    await completing.command(completeTask.type, { taskId: task.id }, ada);
    await transaction(database.worker(), { worker: 'test' }, (tx) => numberWaiting(tx, 100));
  }
  /** As the broker delivers, but for events of some type, which the consumer never gets. */
  async function deliver(consumer: Consumer, without = '') {
    const events = await database.owner()`select * from events order by log_position`;
    for (const { id, type, data, userId, source, subject, shared } of events) {
      const attributes = { id, source, subject, userid: userId, shared: String(shared) };
      if (type === without || !hearingsOf(consumer).some(({ wants }) => wants({ type, ...attributes })))
        continue;
      expect((await consumers[consumer].event(type, data, attributes)).status).toBe(204);
    }
  }
  const told = async () => [
    ...(await database.owner()`select user_id, kind, cause, channel from notifications order by cause, channel`),
  ];
  const facts = async () => [...(await database.owner()`select * from task_stats order by task_id`)];

  it('tells nobody a second time, and counts nothing twice', async () => {
    await story();
    await deliver('notification-send');
    await deliver('stats-record');
    const [before, counted] = [await told(), await facts()];

    expect(await replay('notification-send')).toBe(true);
    expect(await replay('stats-record')).toBe(true);

    expect(before.length).toBeGreaterThan(0);
    expect([await told(), await facts()]).toEqual([before, counted]);
    expect(said.at(-1)).toBe(
      'stats-record took 4 of 4 events; what it had handled before it has not done again.',
    );
  });

  it('makes up for what a consumer never heard of, once', async () => {
    await story();
    await deliver('notification-send', 'dev.zerodo.task.completed.v1');
    const kinds = async () => (await told()).map(({ kind }) => kind).sort();
    expect(await kinds()).toEqual(['task-created']);

    await replay('notification-send');
    await replay('notification-send');

    expect(await kinds()).toEqual(['task-completed', 'task-created']);
  });

  it('sends what happened in the span and nothing else, and notes it down', async () => {
    await story();
    await replay('stats-record', new Date(begun.getTime() + 1));

    expect(await facts()).toEqual([]);
    expect(said).toEqual([
      'stats-record took 0 of 0 events; what it had handled before it has not done again.',
    ]);
    const [note] = await database.owner()`select user_id, action, subject, outcome from operator_actions`;
    expect(note).toMatchObject({ userId: null, action: 'replay', outcome: '0 of 0 taken' });
    expect(note!.subject).toContain('stats-record 20');
  });

  it('says which events are refused, and goes on with the others', async () => {
    await story();
    await database.owner()`
      update events set data = '{}' where type = 'dev.zerodo.task.completed.v1'
    `;
    expect(await replay('stats-record')).toBe(false);

    expect(said).toEqual([
      expect.stringMatching(/refused with 422 invalid-request$/),
      'stats-record took 3 of 4 events; what it had handled before it has not done again.',
    ]);
    expect(await facts()).toHaveLength(3);
  });

  it('lists dead letters with their reason, and sends them again without stopping at one', async () => {
    await story();
    const keep = async (subscription: string, { id, type, data }: Record<'id' | 'type' | 'data', string>) => {
      const attributes = { specversion: '1.0', id, type, source: '/zerodo/test', userid: randomUUID() };
      const message = { attributes, data: JSON.stringify(data) };
      const reason = { knativeerrordest: 'x', knativeerrorcode: '503', reason: 'gone for long' };
      await transaction(database.worker(), { worker: 'test' }, (tx) =>
        keepDeadLetter(tx, subscription, message, reason),
      );
    };
    const [event] = await database.owner()`select * from events limit 1`;
    await keep('Trigger/long-gone', event as never);
    await keep('Trigger/stats-record', event as never);
    const installation = at(consumers['stats-record'].url());

    await listLetters(installation);
    expect(said[0]!.split('\n')).toEqual([
      expect.stringMatching(/Trigger\/long-gone .* 503 {2}gone for long$/),
      expect.stringContaining('Trigger/stats-record'),
    ]);
    expect(await sendLetters(await waitingLetters(installation), installation)).toBe(false);

    expect(said.slice(1)).toEqual([
      expect.stringMatching(
        /kept: .* is for Trigger\/long-gone, which is no subscription that exists now\.$/,
      ),
      expect.stringMatching(/taken$/),
    ]);
    expect(await waitingLetters(installation)).toHaveLength(1);
  });
});

describe('a span', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const read = (from: string | undefined, to?: string, consumer = 'notification-send') =>
    readSpan({ from, to }, { consumer, now });

  it('is read with its zone, and ends now unless it is said', () => {
    expect(read('2026-11-22T08:30+01:00')).toEqual({ from: new Date('2026-11-22T07:30:00Z'), to: now });
    expect(read('2026-11-20', '2026-11-21T10:00Z').from).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it.each([
    [undefined, undefined, 'Say from when on'],
    ['yesterday', undefined, '--from yesterday is no instant'],
    ['2026-11-22T08:30', undefined, 'is no instant'],
    ['2026-11-22', '2026-11-21', 'The span is empty'],
    ['2026-11-01', undefined, 'remembers for 14 days'],
  ])('from %s to %s is refused in a sentence', (from, to, sentence) => {
    expect(() => read(from, to)).toThrow(sentence);
  });

  it('may be of any age for who computes anew', () => {
    expect(read('2020-01-01', undefined, 'stats-record').from.getUTCFullYear()).toBe(2020);
  });

  it('is for a function that takes events', () => {
    expect(() => hearingsOf('task-create')).toThrow(
      /^task-create takes no events; choose one of .*recurrence-spawn/,
    );
    expect(hearingsOf('notification-send').map(({ topic }) => topic)).toEqual(['task-events', 'reminders']);
  });
});
