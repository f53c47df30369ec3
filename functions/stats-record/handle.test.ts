import { randomUUID } from 'node:crypto';
import { completeTask, createTask, deleteTask, reopenTask, updateTask } from '@zerodo/domain/commands';
import type { Stats } from '@zerodo/domain/stats';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { beforeEach, describe, expect, it } from 'vitest';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskQuery from '../task-query/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import statsRecord from './handle.ts';

let time = '2026-11-21T12:00:00Z';
const now = () => new Date(time);

describe('stats-record', () => {
  const database = testDatabase();
  const functions: Record<string, ReturnType<typeof testFunction>> = {
    [createTask.type]: testFunction(taskCreate, database, { now }),
    [updateTask.type]: testFunction(taskUpdate, database, { now }),
    [completeTask.type]: testFunction(taskComplete, database, { now }),
    [reopenTask.type]: testFunction(taskReopen, database, { now }),
    [deleteTask.type]: testFunction(taskDelete, database, { now }),
  };
  const recording = testFunction(statsRecord, database, { now });
  const asking = testFunction(taskQuery, database, { now });
  let user: string;
  let heard: string[];

  beforeEach(() => {
    [user, heard] = [randomUUID(), []];
    time = '2026-11-21T12:00:00Z';
  });

  const does = async (command: { type: string }, data: object) => {
    const { json, status } = await functions[command.type]!.command(command.type, data, user);
    if (status >= 300) throw new Error(JSON.stringify(json));
    return json;
  };
  const create = (over: object = {}) =>
    does(createTask, { title: 'Dig', timezone: 'Europe/Berlin', ...over });
  /** Delivers everything of this person, in the order of `sorted`, under new ids as a replay after weeks has them. */
  const deliver = async (sorted: 'in order' | 'backwards' = 'in order') => {
    const rows = await database.owner()<{ id: string; type: string; data: object }[]>`
      select id, type, data from events where user_id = ${user} and type like 'dev.zerodo.task.%' order by sequence
    `;
    for (const { type, data } of sorted === 'in order' ? rows : [...rows].reverse()) {
      const { status } = await recording.event(type, data, { id: randomUUID(), userid: user });
      heard.push(type);
      expect(status).toBe(204);
    }
  };
  const stats = async (args: object = {}): Promise<Stats> =>
    (await asking.ask('read-stats', args, user)).json;
  const facts = () => database.owner()`
    select s.* from task_stats s join tasks t on t.id = s.task_id where t.created_by = ${user} order by task_id
  `;

  it('counts what was made and done, on the person’s own days', async () => {
    const due = { date: '2026-11-21', time: '22:00' };
    const [first, second, third] = [await create({ due }), await create({ due }), await create()];
    time = '2026-11-21T20:30:00Z';
    await does(completeTask, { taskId: first.id });
    // Already the next day in Berlin.
    time = '2026-11-21T23:30:00Z';
    await does(completeTask, { taskId: second.id });
    await does(completeTask, { taskId: third.id });
    await deliver();

    const { days, totals, onTimeRate, byProject, byWeekday, streak } = await stats({
      from: '2026-11-20',
      to: '2026-11-22',
    });

    expect(days).toEqual([
      { date: '2026-11-20', created: 0, completed: 0, onTime: 0, late: 0 },
      { date: '2026-11-21', created: 3, completed: 1, onTime: 1, late: 0 },
      { date: '2026-11-22', created: 0, completed: 2, onTime: 0, late: 1 },
    ]);
    expect(totals).toEqual({ created: 3, completed: 3, onTime: 1, late: 1 });
    expect([onTimeRate, streak]).toEqual([0.5, { current: 2, longest: 2 }]);
    expect(byProject).toEqual([{ projectId: first.projectId, ...totals }]);
    expect(byWeekday.map(({ completed }) => completed)).toEqual([0, 0, 0, 0, 0, 1, 2]);
  });

  it('counts a whole day as on time until that day ends where it is due', async () => {
    const task = await create({ due: { date: '2026-11-21' } });
    time = '2026-11-21T22:59:00Z';
    await does(completeTask, { taskId: task.id });
    await deliver();
    expect((await stats()).totals).toMatchObject({ onTime: 1, late: 0 });

    await does(reopenTask, { taskId: task.id });
    time = '2026-11-21T23:01:00Z';
    await does(completeTask, { taskId: task.id });
    await deliver();
    expect((await stats()).totals).toMatchObject({ completed: 1, onTime: 0, late: 1 });
  });

  it('counts once what is delivered again, late, and in the wrong order', async () => {
    const [task, other] = [await create(), await create()];
    await does(completeTask, { taskId: task.id });
    await does(reopenTask, { taskId: task.id });
    await does(completeTask, { taskId: task.id });
    await does(completeTask, { taskId: other.id });
    await does(reopenTask, { taskId: other.id });
    await deliver();
    const once = await stats();

    await deliver('backwards');
    await Promise.all([deliver(), deliver('backwards')]);

    expect(await stats()).toEqual(once);
    expect(once.totals).toEqual({ created: 2, completed: 1, onTime: 0, late: 0 });
    expect(heard.length).toBeGreaterThan(20);
  });

  it('forgets what was thrown away undone, and keeps what was done', async () => {
    const [open, done] = [await create(), await create()];
    await does(completeTask, { taskId: done.id });
    await does(deleteTask, { taskId: open.id });
    await does(deleteTask, { taskId: done.id });
    await deliver();

    expect((await stats()).totals).toMatchObject({ created: 1, completed: 1 });
  });

  it('judges by what the task was due at when it was done', async () => {
    const task = await create({ due: { date: '2026-11-20' } });
    await does(completeTask, { taskId: task.id });
    await does(updateTask, { taskId: task.id, changes: { due: { date: '2026-11-30' } } });
    await deliver();

    expect((await stats()).totals).toMatchObject({ onTime: 0, late: 1 });
  });

  it('is made up for by the tick, which gives the very same rows', async () => {
    const tasks = [await create({ due: { date: '2026-11-21' } }), await create(), await create()];
    for (const { id } of tasks.slice(0, 2)) await does(completeTask, { taskId: id });
    await does(deleteTask, { taskId: tasks[2].id });
    await deliver();
    // A move to another zone changes no day that is over.
    await database.owner()`update preferences set timezone = 'Pacific/Auckland' where user_id = ${user}`;
    const before = await facts();

    await database.owner()`delete from task_stats`;
    await recording.tick();

    expect(before).toHaveLength(3);
    expect(await facts()).toEqual(before);
    await recording.tick();
    expect(await facts()).toEqual(before);
  });

  it('tells of one project, and of none that is somebody else’s', async () => {
    const task = await create();
    await deliver();

    expect((await stats({ project: task.projectId })).totals.created).toBe(1);
    expect(await asking.ask('read-stats', { project: randomUUID() }, user)).toMatchObject({
      status: 404,
      json: { code: 'project-not-found' },
    });
    expect((await asking.ask('read-stats', {}, randomUUID())).json.totals.created).toBe(0);
  });

  it('tells of 366 days at the most', async () => {
    const days = (await stats({ from: '2025-11-21', to: '2026-11-21' })).days;
    expect(days).toHaveLength(366);
    for (const [args, code] of [
      [{ from: '2025-11-20', to: '2026-11-21' }, 'invalid-request'],
      [{ from: '2026-11-22', to: '2026-11-21' }, 'invalid-request'],
      [{ from: '2026-02-30' }, 'invalid-date'],
    ] as const) {
      expect((await asking.ask('read-stats', args, user)).json.code).toBe(code);
    }
  });
});
