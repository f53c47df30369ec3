import type { Tx } from '@zerodo/store/sql';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from './comparison.ts';
import { rebuild, rebuildWithin } from './rebuild.ts';
import { story } from './story.ts';

class TakenBack extends Error {}

describe('tasks, series and statistics rebuilt from the log', () => {
  const database = testDatabase();
  let taskId: string;
  beforeAll(async () => {
    const { alone, recurring, together, imported, swept, erased, tick, settle, person } = story(database);
    const [ada, bea, cleo, dora] = [person(), person(), person(), person()];
    taskId = await alone(ada);
    for (const user of [bea, cleo, dora]) await alone(user);
    await recurring(ada);
    await recurring(cleo);
    await together(ada, bea);
    await together(dora, ada);
    await imported(bea);
    await swept(bea);
    await tick();
    await settle();
    await erased(cleo);
    await erased(dora);
    await settle();
  }, 60_000);

  const said = (comparisons: Comparison[]) =>
    comparisons.flatMap(({ table, differences }) =>
      differences.map(({ id, what }) => `${table} ${id}: ${what}`),
    );
  /** What is found after something was changed behind the functions' back; it is taken back again. */
  async function found(change: (tx: Tx) => PromiseLike<unknown>): Promise<string[]> {
    let lines: string[] = [];
    const playing = database.owner().begin(async (begun) => {
      const tx = begun as unknown as Tx;
      await change(tx);
      lines = said(await rebuildWithin(tx));
      throw new TakenBack();
    });
    await expect(playing).rejects.toThrow(TakenBack);
    return lines;
  }

  it('are what the tables hold, after everything that people do', async () => {
    const comparisons = await rebuild(database.worker());

    expect(said(comparisons)).toEqual([]);
    expect(comparisons.map(({ table, gone }) => [table, gone > 0])).toEqual([
      ['task_event_log', true],
      ['tasks', true],
      ['series', true],
      ['task_stats', true],
    ]);
    expect(comparisons.find(({ table }) => table === 'tasks')!.compared).toBeGreaterThan(20);
  });

  it('name a task that was altered, by its fields and without its words', async () => {
    expect(
      await found((tx) => tx`update tasks set title = 'Other', due_at = now() where id = ${taskId}`),
    ).toEqual([`tasks ${taskId}: another dueAt, title`]);
    expect(await found((tx) => tx`update tasks set deleted_at = now() where id = ${taskId}`)).toEqual([
      `tasks ${taskId}: another isDeleted`,
    ]);
  });

  it('name a row that is gone, and one that nobody told of', async () => {
    const elsewhere = '00000000-0000-7000-8000-000000000000';
    expect(await found((tx) => tx`delete from tasks where id = ${taskId}`)).toEqual([
      `tasks ${taskId}: the log tells of it, no row is there`,
    ]);
    expect(
      await found(
        (tx) => tx`
          insert into tasks (id, project_id, created_by, title)
          select ${elsewhere}, project_id, created_by, 'Planted' from tasks where id = ${taskId}
        `,
      ),
    ).toEqual([`tasks ${elsewhere}: a row is there, the log does not tell of it`]);
  });

  it('name a series and a count that are another', async () => {
    const [one] = await database.owner()`select id from series where deleted_at is null limit 1`;
    expect(await found((tx) => tx`update series set rrules = '{FREQ=YEARLY}' where id = ${one!.id}`)).toEqual(
      [`series ${one!.id}: another rrules`],
    );
    expect(
      await found((tx) => tx`update task_stats set created_on = '2020-01-01' where task_id = ${taskId}`),
    ).toEqual([`task_stats ${taskId}: another createdOn`]);
    expect(await found((tx) => tx`delete from task_stats where task_id = ${taskId}`)).toEqual([
      `task_stats ${taskId}: the log tells of it, it is not counted`,
    ]);
  });

  it('name an event that was altered, whose task is another then', async () => {
    const [event] = await database.owner()`
      select id from events where subject = ${taskId} and data ? 'task' order by sequence desc limit 1
    `;
    const lines = await found(
      (tx) =>
        tx`update events set data = jsonb_set(data, '{task,notes}', '"forged"') where id = ${event!.id}`,
    );
    expect(lines).toEqual([
      `task_event_log ${event!.id}: the event is not what the chain has recorded`,
      `tasks ${taskId}: another notes`,
    ]);
  });
});
