import { randomBytes, randomUUID } from 'node:crypto';
import { done, type Person } from './people.ts';
import type { World } from './world.ts';

/** Makes one in a project where there is a choice, with these words in all that can hold words; answers with its id. */
type Maker = (world: World, by: Person, about: { projectId: string; words: string }) => Promise<string>;

const due = { date: '2030-01-01', time: '09:00', timezone: 'Europe/Berlin' };
const daily = { rrules: ['FREQ=DAILY'] };
const whole = (words: string) => ({ title: words, notes: words, labels: [words], due });

const task: Maker = async (world, by, { projectId, words }) => {
  const body = { ...whole(words), projectId, reminders: [{ type: 'before', minutes: 30 }] };
  return (await done(world, by, 'POST', '/tasks', body)).id;
};

const notification: Maker = async (world, by, about) => {
  const [id, taskId] = [randomUUID(), await task(world, by, about)];
  const sql = world.database.owner();
  await sql`insert into notifications ${sql({ id, taskId, projectId: about.projectId, userId: by.userId, kind: 'reminder', channel: 'in-app', state: 'sent', fireAt: new Date(), sentAt: new Date() })}`;
  return id;
};

/** Whom an invitation by `by` is for has it in the address; the thing belongs to both. */
export const invitedTo = async (world: World, by: Person, projectId: string, email: string) =>
  done(world, by, 'POST', `/projects/${projectId}/members`, { email, role: 'viewer' });

/** How there comes to be one of what a path or a field names: a noun that is missing here is a failure of the tests. */
export const makers: Record<string, Maker> = {
  tasks: task,
  notifications: notification,
  projects: async (_, __, { projectId }) => projectId,
  series: async (world, by, { projectId, words }) =>
    (await done(world, by, 'POST', '/series', { ...whole(words), projectId, recurrence: daily })).id,
  filters: async (world, by, { words }) =>
    (
      await done(world, by, 'POST', '/filters', {
        name: `${words.slice(-20)} ${randomUUID().slice(0, 8)}`,
        query: { q: words },
      })
    ).id,
  webhooks: async (world, by, { words }) =>
    (await done(world, by, 'POST', '/webhooks', { url: world.outside.url, description: words })).id,
  'push-subscriptions': async (world, by) => {
    const keys = {
      p256dh: `B${randomBytes(64).toString('base64url')}`,
      auth: randomBytes(16).toString('base64url'),
    };
    const endpoint = `https://push.example.org/${randomUUID()}`;
    return (await done(world, by, 'POST', '/push-subscriptions', { endpoint, keys })).id;
  },
  invitations: async (world, by, { projectId }) =>
    (await invitedTo(world, by, projectId, `${randomUUID()}@example.test`)).id,
  events: async ({ database }, by, { projectId }) => {
    const [event] = await database.owner()<{ id: string }[]>`
      select id from events where user_id = ${by.userId} and project_id = ${projectId} limit 1
    `;
    return event!.id;
  },
  members: async (_, by) => by.userId,
  'dead-letters': async ({ database }) => {
    const attributes = {
      ...{ specversion: '1.0', id: randomUUID(), source: '/zerodo/task-create', subject: randomUUID() },
      type: 'dev.zerodo.task.created.v1',
    };
    const [letter] = await database.owner()<{ id: string }[]>`
      insert into dead_letters (subscription, reason, attributes, data)
      values ('Trigger/stats-record', '{}', ${database.owner().json(attributes)}, '{}') returning id
    `;
    return letter!.id;
  },
};

/** Whose id a field or a query parameter holds. */
export const nounOf: Record<string, string> = {
  ...{ projectId: 'projects', project: 'projects', parentId: 'tasks', parent: 'tasks', taskId: 'tasks' },
  ...{
    series: 'series',
    assigneeId: 'members',
    assignee: 'members',
    eventId: 'events',
    ids: 'notifications',
  },
};
