import { randomUUID } from 'node:crypto';
import { filterEvent } from '@zerodo/domain/filter-events';
import { inboxId } from '@zerodo/domain/ids';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import liveStream from './handle.ts';
import { openPage, type TestPage } from './test-page.ts';
import { testWeb } from './test-web.ts';

let passed = 0;
const now = () => new Date(Date.now() + passed);
const web = testWeb();
const database = testDatabase();
const live = testFunction(liveStream, database, {
  now,
  env: {
    get ZERODO_WEB_URL() {
      return web.url();
    },
  },
});
const pages: TestPage[] = [];

// Only the beat is driven by hand: sockets and Postgres keep their own time.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterAll(() => void vi.useRealTimers());
afterEach(() => {
  for (const page of pages.splice(0)) page.leave();
});
const pass = async (seconds: number) => {
  passed += seconds * 1_000;
  await vi.advanceTimersByTimeAsync(15_000);
};

const open = async (userId: string, headers: Record<string, string> = {}) => {
  const page = await openPage(`${live.url()}/live`, { cookie: `session=${userId}`, ...headers });
  pages.push(page);
  await until(() => page.text().includes('\n\n'));
  return page;
};
const publish = async (...events: OutgoingEvent[]) => {
  await database.worker().begin(async (tx) => {
    const origin = { function: 'test', causeId: randomUUID(), traceparent: null };
    for (const event of events) await record(tx as never, event, origin);
  });
  await database.worker().begin((tx) => numberWaiting(tx as never, 100));
};
const changed = (projectId: string, actor: string = randomUUID()) =>
  taskEvent('dev.zerodo.task.updated.v1', aTask({ projectId, title: 'Secret', version: 7 }), ['title'], {
    actor,
    now: now(),
    eventId: randomUUID(),
  });
const aMember = async (): Promise<[projectId: string, userId: string]> => {
  const [task, userId] = await given(database.owner(), aTask());
  return [task.projectId, userId];
};
const idsOf = ({ told }: TestPage) => told.map(({ id }) => id);

describe('live-stream', () => {
  it('tells the members of a project what changes, and nobody else', async () => {
    const [projectId, member] = await aMember();
    const [elsewhere, stranger] = await aMember();
    const [ours, theirs] = [await open(member), await open(stranger)];
    const [event, other] = [changed(projectId), changed(elsewhere)];

    await publish(event, other);

    await until(() => ours.told.length > 0 && theirs.told.length > 0);
    const data = { type: event.type, taskId: event.subject, projectId, version: 7 };
    expect(ours.told).toEqual([{ id: event.id, data }]);
    expect(idsOf(theirs)).toEqual([other.id]);
    expect(ours.text()).not.toContain('Secret');
  });

  it('sends a stream that nothing in between keeps back', async () => {
    const { response } = await open(randomUUID());

    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
  });

  it('tells a notification to its own person only', async () => {
    const [projectId, member] = await aMember();
    const colleague = randomUUID();
    await database.owner()`insert into project_members values (${projectId}, ${colleague}, 'editor')`;
    const [hers, his] = [await open(member), await open(colleague)];
    const [notificationId, taskId] = [randomUUID(), randomUUID()];
    const notification: OutgoingEvent = {
      id: randomUUID(),
      type: 'dev.zerodo.notification.sent.v1',
      subject: taskId,
      time: now(),
      userId: member,
      projectId,
      recurring: false,
      data: { notificationId, taskId, userId: member, channel: 'in-app', late: false },
    };
    const after = changed(projectId);

    await publish(notification, after);

    await until(() => hers.told.length > 1 && his.told.length > 0);
    expect(hers.told[0]).toEqual({
      id: notification.id,
      data: { type: notification.type, notificationId, taskId },
    });
    expect(idsOf(his)).toEqual([after.id]);
  });

  it('tells a filter to its own person only, without its words', async () => {
    const [[, owner], [, stranger]] = [await aMember(), await aMember()];
    const [ours, theirs] = [await open(owner), await open(stranger)];
    const filter = {
      ...{ id: randomUUID(), name: 'Secret', color: null, query: { q: 'Secret' }, position: 1, version: 3 },
      ...{ createdAt: now().toISOString(), updatedAt: now().toISOString() },
    };
    const event = filterEvent('updated', filter, {
      ...{ actor: owner, now: now(), eventId: randomUUID(), changed: ['name'] },
    });
    const [, marker] = [await publish(event), changed(inboxId(stranger), stranger)];
    await publish(marker);

    await until(() => ours.told.length > 0 && theirs.told.length > 0);
    expect(ours.told).toMatchObject([
      { id: event.id, data: { type: 'dev.zerodo.filter.updated.v1', filterId: filter.id, version: 3 } },
    ]);
    expect(idsOf(theirs)).toEqual([marker.id]);
    expect(ours.text()).not.toContain('Secret');
  });

  it('tells a person of the inbox and of a project that came after the stream', async () => {
    const userId = randomUUID();
    const page = await open(userId);
    const first = changed(inboxId(userId));
    await publish(first);
    await until(() => page.told.length === 1);

    const task = aTask();
    await database.owner()`insert into projects (id, owner_id, name) values (${task.projectId}, ${userId}, 'New')`;
    await database.owner()`insert into project_members values (${task.projectId}, ${userId}, 'owner')`;
    const second = changed(task.projectId, userId);
    await publish(second);

    await until(() => page.told.length === 2);
    expect(idsOf(page)).toEqual([first.id, second.id]);
  });

  it('goes on after the last event that a page has heard', async () => {
    const [projectId, userId] = await aMember();
    const before = await open(userId);
    const events = [changed(projectId), changed(projectId), changed(projectId)];
    await publish(...events);
    await until(() => before.told.length === 3);

    const again = await open(userId, { 'last-event-id': events[0]!.id });

    await until(() => again.told.length === 2);
    expect(idsOf(again)).toEqual([events[1]!.id, events[2]!.id]);
  });

  it('can be taken up again before anything happened', async () => {
    const [projectId, userId] = await aMember();
    const page = await open(userId);
    const bookmark = /^id: (.+)$/m.exec(page.text())![1]!;
    page.leave();
    const event = changed(projectId);
    await publish(event);
    const other = await open(userId);
    await publish(changed(projectId));
    await until(() => other.told.length > 0);

    const again = await open(userId, { 'last-event-id': bookmark });

    await until(() => again.told.length > 0);
    expect(again.told.map(({ event: name }) => name)).not.toContain('reset');
    expect(idsOf(again)).toContain(event.id);
  });

  it('tells a page that it has missed something to read everything again', async () => {
    const page = await open(randomUUID(), { 'last-event-id': randomUUID() });

    await until(() => page.told.length > 0);
    expect(page.told).toMatchObject([{ event: 'reset', data: {} }]);
  });

  it('keeps a quiet stream alive, and ends it before the platform does', async () => {
    const page = await open(randomUUID());

    await pass(15);
    await until(() => page.text().endsWith(':\n\n'));
    await pass(570);

    await until(page.ended);
  });

  it('ends the stream of somebody who has signed out, within two minutes', async () => {
    const [projectId, userId] = await aMember();
    const [page, other] = [await open(userId), await open(randomUUID())];
    web.signOut(userId);

    await pass(60);
    await publish(changed(projectId));
    await until(() => page.told.length === 1);
    await pass(61);

    await until(page.ended);
    expect(other.ended()).toBe(false);
  });

  it('stops telling somebody who is no member any more, within two minutes', async () => {
    const [projectId, userId] = await aMember();
    const page = await open(userId);
    await database.owner()`delete from project_members where user_id = ${userId}`;

    await pass(121);

    await until(async () => {
      const [theirs, hers] = [changed(projectId), changed(inboxId(userId))];
      await publish(theirs, hers);
      await until(() => idsOf(page).includes(hers.id));
      return !idsOf(page).includes(theirs.id);
    });
  });

  it('opens twenty streams for a person, no more, and one again when one has ended', async () => {
    const userId = randomUUID();
    const [first] = await Promise.all(Array.from({ length: 20 }, () => open(userId)));

    const refused = await fetch(`${live.url()}/live`, { headers: { cookie: `session=${userId}` } });

    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'rate-limited' });
    await open(randomUUID());
    first!.leave();
    await until(async () => {
      const again = await openPage(`${live.url()}/live`, { cookie: `session=${userId}` });
      pages.push(again);
      return again.response.statusCode === 200;
    });
  });

  it('refuses a caller whom the web does not know', async () => {
    const { response } = await openPage(`${live.url()}/live`, {});

    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toBe('application/problem+json');
    response.resume();
  });

  it('refuses an address that tries many credentials', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      const headers = { cookie: `guess=${n}`, 'x-forwarded-for': '203.0.113.1' };
      statuses.push((await fetch(`${live.url()}/live`, { headers })).status);
    }

    expect([statuses.indexOf(429), statuses.lastIndexOf(401)]).toEqual([20, 19]);
  });

  it.each(['calendar', 'write'])('refuses a token that allows only %s', async (scope) => {
    const { response } = await openPage(`${live.url()}/live`, {
      cookie: `session=${randomUUID()}; scope=${scope}`,
    });

    expect(response.statusCode).toBe(403);
    response.resume();
  });

  it('is read with GET', async () => {
    const { status, json } = await live.post({ cookie: `session=${randomUUID()}` }, '', '/live');

    expect([status, json.code]).toEqual([405, 'method-not-allowed']);
  });

  it('ends every stream at once when the process is to stop', async () => {
    const page = await open(randomUUID());

    live.services().drain();

    await until(page.ended);
  });
});
