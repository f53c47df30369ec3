import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inboxId } from '@zerodo/domain/ids';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { announcer } from './poke.ts';

describe('after a commit', () => {
  const woken: string[] = [];
  const server = createServer((request, response) => {
    woken.push(request.url!);
    response.writeHead(204).end();
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => server.close().closeAllConnections());
  const now = new Date('2026-11-21T12:00:00Z');
  const announce = (events: OutgoingEvent[], remindsAt?: Date) => {
    woken.length = 0;
    const { port } = server.address() as AddressInfo;
    const config = readConfig({ ZERODO_FUNCTION_URL: `http://127.0.0.1:${port}/{function}` });
    announcer(
      config,
      openLog('test', 'silent'),
      () => 'id',
      () => now,
    )(events, remindsAt);
  };
  const snoozed = (fireAt: string): OutgoingEvent => ({
    id: 'id',
    type: 'dev.zerodo.reminder.snoozed.v1',
    subject: 'task',
    time: now,
    userId: 'user',
    projectId: 'project',
    recurring: false,
    data: { reminderId: 'reminder', taskId: 'task', userId: 'user', fireAt },
  });

  it('wakes the relay, and the reminder check for a snooze that is over before its next tick', async () => {
    announce([snoozed('2026-11-21T12:01:00Z')]);
    await until(() => woken.length === 2);
    expect(woken.toSorted()).toEqual(['/outbox-relay', '/reminder-due']);
  });

  it('lets a snooze that is farther away to the tick', async () => {
    announce([snoozed('2026-11-21T13:00:00Z')]);
    await until(() => woken.length > 0);
    expect(woken).toEqual(['/outbox-relay']);
  });

  it('wakes the reminder check for reminders that a change of settings has brought near', async () => {
    announce([], new Date('2026-11-21T12:00:30Z'));
    await until(() => woken.length > 0);
    expect(woken).toEqual(['/reminder-due']);

    announce([snoozed('2026-11-21T13:00:00Z')], new Date('2026-11-21T12:10:00Z'));
    await until(() => woken.length > 0);
    expect(woken).toEqual(['/outbox-relay']);
  });

  it('wakes the reminder check when a task moves where others may be reminded of it', async () => {
    const [user, project] = ['0193f1d2-5a00-7c3b-8a11-2f6d3c9e0001', 'project'];
    const moved = (changed: string[], projectId: string) =>
      ({
        ...snoozed('2026-11-21T13:00:00Z'),
        type: 'dev.zerodo.task.updated.v1',
        userId: user,
        projectId,
        data: { task: { reminders: [] }, changed, actor: user },
      }) as unknown as OutgoingEvent;
    announce([moved(['due'], project)]);
    await until(() => woken.length === 2);

    for (const event of [moved(['title'], project), moved(['due'], inboxId(user))]) {
      announce([event]);
      await until(() => woken.length > 0);
      expect(woken).toEqual(['/outbox-relay']);
    }
  });

  it('wakes nobody when nothing happened', () => {
    announce([]);
    expect(woken).toEqual([]);
  });
});
