// A story in which everything happens that changes a task, for whoever rebuilds it afterwards.
import { randomUUID } from 'node:crypto';
import * as tasks from '@zerodo/domain/commands';
import { importTasks } from '@zerodo/domain/import';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import * as projects from '@zerodo/domain/project-commands';
import * as series from '@zerodo/domain/series-commands';
import { deleteAccount } from '@zerodo/domain/settings-commands';
import { chain } from '@zerodo/store/audit-log';
import { numberWaiting } from '@zerodo/store/log-positions';
import type { TestDatabase } from '@zerodo/testing/database';
import { inProcess } from '@zerodo/testing/in-process';
import projectUpdate from '../../functions/project-update/handle.ts';
import recurrenceSpawn from '../../functions/recurrence-spawn/handle.ts';
import retentionSweep from '../../functions/retention-sweep/handle.ts';
import seriesUpdate from '../../functions/series-update/handle.ts';
import settingsUpdate from '../../functions/settings-update/handle.ts';
import statsRecord from '../../functions/stats-record/handle.ts';
import taskComplete from '../../functions/task-complete/handle.ts';
import taskCreate from '../../functions/task-create/handle.ts';
import taskDelete from '../../functions/task-delete/handle.ts';
import taskImport from '../../functions/task-import/handle.ts';
import taskReopen from '../../functions/task-reopen/handle.ts';
import taskUndo from '../../functions/task-undo/handle.ts';
import taskUpdate from '../../functions/task-update/handle.ts';

const due = { date: '2026-11-23', time: '09:00', timezone: 'Europe/Berlin' };
const morning = Date.parse('2026-11-23T07:15:00Z');

export function story(database: TestDatabase) {
  const clock = { now: morning };
  const commands = [projectUpdate, seriesUpdate, settingsUpdate, taskUndo].flat();
  const rest = [taskComplete, taskCreate, taskDelete, taskImport, taskReopen, taskUpdate];
  const reacting = [recurrenceSpawn, statsRecord].flat();
  const people = inProcess(database, [...commands, ...rest, ...reacting], () => new Date(clock.now));
  const sweeping = inProcess(database, [retentionSweep].flat(), () => new Date(clock.now));

  const hear = async (events: readonly OutgoingEvent[]): Promise<void> => {
    for (const event of events) await hear(await people.deliver(event));
  };
  /** Does what somebody asks for, a minute later, and lets everybody hear of it. */
  const does = async (user: string, { type }: { type: string }, data: object) => {
    clock.now += 60_000;
    const { answer, events } = await people.command(type, data, user);
    await hear(events);
    return answer as { id: string; openTaskId: string };
  };
  const openOf = async (seriesId: string): Promise<string> => {
    const [row] = await database.owner()`
      select id from tasks where series_id = ${seriesId} and status = 'open' and deleted_at is null order by due_at limit 1
    `;
    return row!.id;
  };
  const seriesOf = async (taskId: string): Promise<string> =>
    (await database.owner()`select series_id from tasks where id = ${taskId}`)[0]!.seriesId;

  async function alone(user: string) {
    const plain = await does(user, tasks.createTask, {
      title: 'Dig',
      labels: ['garden'],
      notes: 'deep',
      due,
    });
    await does(user, tasks.updateTask, { taskId: plain.id, changes: { title: 'Dig deep', priority: 1 } });
    await does(user, tasks.undoTask, { taskId: plain.id });
    await does(user, tasks.completeTask, { taskId: plain.id });
    await does(user, tasks.reopenTask, { taskId: plain.id });
    const gone = await does(user, tasks.createTask, { title: 'Nothing' });
    await does(user, tasks.deleteTask, { taskId: gone.id });
    const back = await does(user, tasks.createTask, { title: 'Back again' });
    await does(user, tasks.deleteTask, { taskId: back.id });
    await does(user, tasks.restoreTask, { taskId: back.id });
    return plain.id;
  }

  async function recurring(user: string) {
    const { id } = await does(user, tasks.createTask, {
      title: 'Run',
      due,
      recurrence: { rrules: ['FREQ=DAILY'] },
    });
    const seriesId = await seriesOf(id);
    await does(user, tasks.createTask, { title: 'Shoes', parentId: id, due });
    await does(user, tasks.completeTask, { taskId: id });
    await does(user, tasks.reopenTask, { taskId: id });
    await does(user, tasks.completeTask, { taskId: id });
    await does(user, series.skipOccurrence, { taskId: await openOf(seriesId) });
    await does(user, series.updateSeries, { seriesId, scope: 'all', changes: { title: 'Run far' } });
    const [taskId, changes] = [await openOf(seriesId), { due: { time: '18:00' } }];
    await does(user, series.updateSeries, { seriesId, taskId, scope: 'following', changes });
    const kept = await does(user, tasks.createTask, {
      title: 'Swim',
      due,
      recurrence: { rrules: ['FREQ=WEEKLY'] },
    });
    await does(user, tasks.completeTask, { taskId: kept.id });
    await does(user, series.deleteSeries, { seriesId: await seriesOf(kept.id), occurrences: 'keep' });
    const rests = await does(user, tasks.createTask, {
      title: 'Rest',
      due,
      recurrence: { rrules: ['FREQ=MONTHLY'], spawn: 'schedule' },
    });
    await does(user, series.pauseSeries, { seriesId: await seriesOf(rests.id) });
  }

  /** Two who share: what one makes the other completes, and the parts that come again stay the first one's. */
  async function together(owner: string, other: string) {
    const { id: projectId } = await does(owner, projects.createProject, {
      name: 'Garden',
      sections: ['Beds'],
    });
    await database.owner()`insert into project_members (project_id, user_id, role) values (${projectId}, ${other}, 'editor')`;
    const rule = { rrules: ['FREQ=WEEKLY'] };
    const { id } = await does(owner, tasks.createTask, {
      title: 'Mow',
      projectId,
      due,
      recurrence: rule,
      section: 'Beds',
    });
    await does(owner, tasks.createTask, { title: 'Fuel', parentId: id, projectId });
    await does(other, tasks.createTask, { title: 'Gloves', parentId: id, projectId });
    await does(other, tasks.completeTask, { taskId: id });
    await does(owner, tasks.completeTask, { taskId: await openOf(await seriesOf(id)) });
    await does(owner, projects.updateProject, {
      projectId,
      changes: { sections: [{ name: 'Borders', was: 'Beds' }] },
    });
    const moved = await does(other, tasks.createTask, { title: 'Seeds' });
    await does(other, tasks.updateTask, { taskId: moved.id, changes: { projectId } });
    return projectId;
  }

  return {
    alone,
    recurring,
    together,
    tick: async () => hear(await people.tick()),

    /** Swept away a month after its deletion; the row alone is made older, the log knows when it was. */
    async swept(user: string) {
      const { id: projectId } = await does(user, projects.createProject, { name: 'Gone' });
      await does(user, tasks.createTask, { title: 'In it', projectId });
      await does(user, tasks.createTask, {
        title: 'Often',
        projectId,
        due,
        recurrence: { rrules: ['FREQ=DAILY'] },
      });
      await does(user, projects.deleteProject, { projectId });
      await database.owner()`update projects set deleted_at = now() - interval '31 days' where id = ${projectId}`;
      await sweeping.tick();
    },

    async imported(user: string) {
      const occurrence = { project: 1, series: 1, due: { ...due, floating: false }, follows: 'series' };
      const rule = {
        rrules: ['FREQ=DAILY'],
        dtstart: '2026-11-23T09:00',
        allDay: false,
        timezone: 'Europe/Berlin',
      };
      const content = JSON.stringify({
        ...{ format: 'zerodo', version: 1, projects: [{ id: 1, inbox: true, name: 'Inbox' }] },
        series: [{ id: 1, project: 1, title: 'Water', ...rule }],
        tasks: [
          { id: 1, title: 'Water', ...occurrence, deletedAt: '2026-11-22T08:00:00.000Z' },
          { id: 2, project: 1, title: 'Done', status: 'completed', completedAt: '2026-11-20T08:00:00.000Z' },
        ],
      });
      await does(user, importTasks, { content, timezone: 'Europe/Berlin' });
    },

    erased: (user: string) => does(user, deleteAccount, { confirm: user }),

    /** Everything has its place in the log and in the chain, as relay and audit give them. */
    async settle() {
      await database.worker().begin((tx) => numberWaiting(tx as never, 10_000));
      const events = await database.owner()`
        select id from events where log_position is not null and id not in (select event_id from task_event_log) order by log_position
      `;
      await database.worker().begin((tx) =>
        chain(
          tx as never,
          events.map(({ id }) => id),
        ),
      );
    },

    person: () => randomUUID(),
  };
}
