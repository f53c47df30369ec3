import { randomUUID } from 'node:crypto';
import { updateNotification } from '@zerodo/domain/notification-commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import notificationUpdate from './handle.ts';

describe('notification-update', () => {
  const database = testDatabase();
  const served = testFunction(notificationUpdate, database);
  const read = (notificationId: string, user: string) =>
    served.command(updateNotification.type, { notificationId, read: true }, user);

  async function aNotification(): Promise<[id: string, user: string]> {
    const [task, userId] = await given(database.owner(), aTask());
    const id = randomUUID();
    const at = new Date('2026-11-21T12:00:00Z');
    const sql = database.owner();
    await sql`
      insert into notifications ${sql({ id, reminderId: randomUUID(), taskId: task.id, projectId: task.projectId, userId, kind: 'reminder', channel: 'in-app', state: 'sent', fireAt: at, sentAt: at })}
    `;
    return [id, userId];
  }

  it('marks a notification as read and keeps the moment at a second time', async () => {
    const [id, user] = await aNotification();

    const first = await read(id, user);
    const second = await read(id, user);

    expect(first).toMatchObject({ status: 200, json: { id, title: 'Water the plants' } });
    expect(first.json.readAt).not.toBeNull();
    expect(second.json.readAt).toBe(first.json.readAt);
  });

  it('finds nothing of somebody else', async () => {
    const [id] = await aNotification();

    expect(await read(id, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'notification-not-found' },
    });
  });
});
