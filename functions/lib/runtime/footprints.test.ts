import { randomUUID } from 'node:crypto';
import { completeTask } from '@zerodo/domain/commands';
import { stepsSince } from '@zerodo/store/steps';
import { transaction } from '@zerodo/store/transaction';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import recurrenceSpawn from '../../recurrence-spawn/handle.ts';
import taskComplete from '../../task-complete/handle.ts';

describe('what a function leaves behind', () => {
  const database = testDatabase();
  const completing = testFunction(taskComplete, database);
  const spawning = testFunction(recurrenceSpawn, database);
  const long = new Date(0);
  const steps = () => transaction(database.worker(), { worker: 'test' }, (tx) => stepsSince(tx, long, 1_000));
  const stepsOf = async (eventId: string, count = 1) => {
    await until(async () => (await steps()).filter((step) => step.eventId === eventId).length >= count);
    return (await steps()).filter((step) => step.eventId === eventId);
  };

  it('says which function handled what, how long it took and how often it came; the first one is cold', async () => {
    const [task, user] = await given(database.owner(), aTask());
    const [first, second] = [randomUUID(), randomUUID()];
    await completing.command(completeTask.type, { taskId: task.id }, user, { id: first });
    await completing.command(completeTask.type, { taskId: task.id }, user, { id: first });
    await completing.command(completeTask.type, { taskId: task.id }, user, { id: second });

    const [once, twice] = await stepsOf(first, 2);
    expect(once).toMatchObject({
      function: 'task-complete',
      type: completeTask.type,
      outcome: 'done',
      code: null,
      seen: 1,
      coldMs: expect.any(Number),
      omitted: 0,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(once!.ms).toBeGreaterThan(0);
    expect(once!.ms).toBeLessThan(60_000);
    expect(twice).toMatchObject({ outcome: 'done', seen: 2, coldMs: null });
    // Refused, its claim was rolled back; that it came is known all the same.
    expect((await stepsOf(second))[0]).toMatchObject({
      outcome: 'refused',
      code: 'task-already-completed',
      seen: null,
    });
  });

  it('follows one trace from the command to the reaction', async () => {
    const [task, user] = await given(database.owner(), aTask());
    const id = randomUUID();
    await completing.command(completeTask.type, { taskId: task.id }, user, { id });
    const [event] = await database.owner()`select * from events where cause_id = ${id}`;
    await spawning.event(event!.type, event!.data, {
      id: event!.id,
      userid: user,
      traceparent: event!.traceparent,
    });

    const [[command], [reaction]] = [await stepsOf(id), await stepsOf(event!.id)];
    expect(reaction).toMatchObject({ function: 'recurrence-spawn', outcome: 'done', seen: 1 });
    expect(reaction!.traceId).toBe(command!.traceId);
  });

  it('tells of failures and of what cannot be read', async () => {
    const id = randomUUID();
    await spawning.event('dev.zerodo.task.completed.v1', {}, { id, userid: randomUUID() });

    expect(await stepsOf(id)).toMatchObject([{ outcome: 'unreadable', code: 'invalid-request', seen: null }]);
  });

  it('counts in a burst what it does not write down, and forgets no trouble', async () => {
    const user = randomUUID();
    const before = (await steps()).length;
    const unknown = () => spawning.event('dev.zerodo.nothing.v1', {}, { userid: user });
    const quiet = () => spawning.tick();
    await Promise.all([...Array.from({ length: 60 }, quiet), ...Array.from({ length: 60 }, unknown)]);

    const told = async () => {
      const fresh = (await steps()).slice(before);
      return {
        all: fresh.length + fresh.reduce((sum, { omitted }) => sum + omitted, 0),
        troubles: fresh.filter(({ outcome }) => outcome === 'unreadable').length,
      };
    };
    await until(async () => (await told()).all >= 120);
    expect(await told()).toEqual({ all: 120, troubles: 60 });
  });

  it('is nobody’s to read who is a person', async () => {
    const asPerson = <T>(work: Parameters<typeof transaction<T>>[2]) =>
      transaction(database.app(), { user: randomUUID() }, work);
    for (const table of ['steps', 'operator_actions', 'dead_letters']) {
      await expect(asPerson((tx) => tx.unsafe(`select * from ${table}`))).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(asPerson((tx) => tx`delete from steps`)).rejects.toThrow(/permission denied/);
  });
});
