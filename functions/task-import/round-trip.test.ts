import { randomUUID } from 'node:crypto';
import { completeTask, createTask, deleteTask, reopenTask } from '@zerodo/domain/commands';
import { createFilter } from '@zerodo/domain/filter';
import { importTasks } from '@zerodo/domain/import';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import settingsUpdate from '../settings-update/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskQuery from '../task-query/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import taskImport from './handle.ts';

const now = () => new Date('2026-11-25T09:15:00Z');

describe('export and import', () => {
  const database = testDatabase();
  const importer = testFunction(taskImport, database, { now });
  const settings = testFunction(settingsUpdate, database, { now });
  const query = testFunction(taskQuery, database, { now });
  const create = testFunction(taskCreate, database, { now });
  const complete = testFunction(taskComplete, database, { now });
  const reopen = testFunction(taskReopen, database, { now });
  const remove = testFunction(taskDelete, database, { now });
  const spawn = testFunction(recurrenceSpawn, database, { now });

  const exported = async (user: string, format = 'json') =>
    (await query.ask('export-tasks', { format }, user)).text;
  const imported = (user: string, content: string, more: object = {}) =>
    importer.command(importTasks.type, { content, ...more }, user);

  /** Somebody who has used everything that there is to use. */
  async function rich(user: string): Promise<string[]> {
    const berlin = { date: '2026-12-01', time: '09:00', timezone: 'Europe/Berlin' };
    const made = [];
    for (const data of [
      {
        title: 'Plain',
        labels: ['a, b', 'c'],
        notes: 'Line\n"quoted"',
        priority: 1,
        section: 'Soon',
        durationMinutes: 45,
      },
      { title: 'All day', due: { date: '2026-12-24' }, deadline: '2026-12-31', assigneeId: user },
      {
        title: 'Floating',
        due: { ...berlin, floating: true },
        reminders: [{ type: 'at', local: '2026-12-01T08:00' }],
      },
      { title: 'In the second hour', due: { date: '2026-10-25', time: '02:30', timezone: 'Europe/Berlin' } },
      {
        title: 'Water the plants',
        due: { date: '2026-11-24', time: '18:00', timezone: 'Europe/Berlin' },
        recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3;COUNT=5'], exdates: ['2026-11-30T18:00'] },
        reminders: [
          { type: 'before', minutes: 30, channels: ['email'] },
          { type: 'before', days: 1, at: '18:00' },
        ],
      },
      {
        title: 'Change the filter',
        due: { date: '2026-11-20' },
        recurrence: { rrules: ['FREQ=MONTHLY;COUNT=4'], mode: 'completion' },
      },
      {
        title: 'Rent',
        due: berlin,
        recurrence: { rrules: ['FREQ=MONTHLY;BYMONTHDAY=31'], spawn: 'schedule' },
      },
    ]) {
      const { status, json } = await create.command(createTask.type, data, user);
      expect([status, json.code]).toEqual([201, undefined]);
      made.push(json);
    }
    const { json: part } = await create.command(
      createTask.type,
      { title: 'A part', parentId: made[0].id },
      user,
    );
    for (const task of [part, made[4], made[5], made[1]]) await done(user, task.id);
    await reopen.command(reopenTask.type, { taskId: made[1].id }, user);
    for (const task of [made[2], made[6]]) await remove.command(deleteTask.type, { taskId: task.id }, user);
    await database.owner()`
      insert into labels ${database.owner()([{ userId: user, name: 'c', color: '#ff0000' }])}
    `;
    await database.owner()`
      update preferences set timezone = 'Europe/Berlin', settings = ${database.owner().json({
        ...{ quietHours: { to: '07:00', from: '22:00' }, digestAt: '08:00', weekStart: 'sunday' },
      })} where user_id = ${user}
    `;
    const [inbox] = await database.owner()`select id from projects where owner_id = ${user}`;
    for (const [name, query] of [
      [
        'Soon',
        { project: [inbox!.id], due: ['none', 'overdue'], dueWithin: 7, label: ['c'], status: 'open' },
      ],
      ['Mine, by hand', { assignee: user, recurring: 'no', q: '"quoted"', dueFrom: '2026-12-01' }],
      // Nothing is left of these where other people and their projects are not.
      ['Of somebody', { assignee: randomUUID() }],
      ['Elsewhere', { project: [randomUUID()] }],
    ] as const) {
      const { json } = await settings.command(createFilter.type, { name, query, color: '#2f80ed' }, user);
      expect(json).toMatchObject({ name });
    }
    return made.map(({ id }) => id);
  }

  /** Completes a task; what comes after it comes by the event. */
  async function done(user: string, taskId: string): Promise<void> {
    const { status } = await complete.command(completeTask.type, { taskId }, user);
    expect(status).toBe(200);
    const [event] = await database.owner()`
      select * from events where subject = ${taskId} and type = 'dev.zerodo.task.completed.v1' order by sequence desc
    `;
    if (!event!.recurring) return;
    const { id, source, subject } = event!;
    const attributes = { id, source, subject, userid: user, recurring: 'true', projectid: event!.projectId };
    expect((await spawn.event(event!.type, event!.data, attributes)).status).toBe(204);
  }

  it('gives an empty account the same again, to the byte', async () => {
    const [ada, bea, cleo] = [randomUUID(), randomUUID(), randomUUID()];
    await rich(ada);

    const first = await exported(ada);
    const { status, json } = await imported(bea, first);
    const second = await exported(bea);

    expect([status, json]).toEqual([
      200,
      { imported: { tasks: 9, series: 3, projects: 1, labels: 1, filters: 2 }, skipped: [], skippedCount: 0 },
    ]);
    expect(second).toBe(first);
    await imported(cleo, second, { format: 'json' });
    expect(await exported(cleo)).toBe(first);
    expect(first).not.toContain(ada);
  });

  it('takes back the next occurrence when what was imported is opened again', async () => {
    const [ada, bea] = [randomUUID(), randomUUID()];
    await rich(ada);
    await imported(bea, await exported(ada));
    const before = await listed(bea, 'Water the plants');
    expect(before.map(({ status }) => status).sort()).toEqual(['completed', 'open']);

    const completed = before.find(({ status }) => status === 'completed')!;
    await reopen.command(reopenTask.type, { taskId: completed.id }, bea);

    expect((await listed(bea, 'Water the plants')).map(({ id, status }) => [id, status])).toEqual([
      [completed.id, 'open'],
    ]);
    await done(bea, completed.id);
    expect((await listed(bea, 'Water the plants')).map(({ id }) => id).sort()).toEqual(
      before.map(({ id }) => id).sort(),
    );
  });

  it('plans the reminders that lie ahead and none of the past', async () => {
    const user = randomUUID();
    const due = { date: '2026-11-25', time: '12:00', timezone: 'UTC', floating: false };
    const tasks = [
      {
        id: 1,
        project: 1,
        title: 'Soon',
        due,
        reminders: [
          { type: 'before', minutes: 60 },
          { type: 'before', minutes: 600 },
        ],
      },
      {
        id: 2,
        project: 1,
        title: 'Done',
        due,
        status: 'completed',
        reminders: [{ type: 'before', minutes: 60 }],
      },
    ];
    await imported(
      user,
      JSON.stringify({
        format: 'zerodo',
        version: 1,
        projects: [{ id: 1, inbox: true, name: 'Inbox' }],
        tasks,
      }),
    );

    const rows = await database.owner()`
      select t.title, r.state from reminders r join tasks t on t.id = r.task_id where r.user_id = ${user} order by t.title, ordinal
    `;
    expect(rows.map(({ title, state }) => [title, state])).toEqual([
      ['Done', 'cancelled'],
      ['Soon', 'planned'],
      ['Soon', 'past'],
    ]);
  });

  const listed = async (user: string, q: string): Promise<{ id: string; status: string }[]> =>
    (await query.ask('list-tasks', { q }, user)).json.items;
});
