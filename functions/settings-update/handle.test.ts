import { readFileSync } from 'node:fs';
import { updatePreferences } from '@zerodo/domain/settings-commands';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import settingsUpdate from './handle.ts';

const now = new Date('2026-11-22T10:00:00Z');
const cases = readFileSync(new URL('../lib/domain/cases/reminders.json', import.meta.url), 'utf8');

describe('preferences', () => {
  const database = testDatabase();
  const people = testPeople(database, () => now);
  const settings = testFunction(settingsUpdate, database, { now: () => now });
  const queries = testFunction(taskQuery, database, { now: () => now });
  const update = (changes: object, user: string, version?: number) =>
    settings.command(updatePreferences.type, { changes, ...(version && { version }) }, user);
  const read = async (user: string) => (await queries.ask('read-preferences', {}, user)).json;
  const task = async (id: string, user: string): Promise<Task> =>
    (await queries.ask('read-task', { taskId: id }, user)).json;
  const typesOf = async (subject: string) =>
    (await database.owner()`select type from events where subject = ${subject} order by sequence`).map(
      ({ type }) => type.split('.')[3],
    );

  it('are as usual for somebody new, and say who that is', async () => {
    expect(await read(people.person())).toMatchObject({
      timezone: 'UTC',
      quietHours: null,
      channels: ['in-app', 'email', 'push'],
      name: 'Ada',
      email: 'ada@example.test',
      emailVerified: false,
      version: 1,
    });
  });

  it('change by a merge patch and keep what it does not name', async () => {
    const user = people.person();

    const { status, json, headers } = await update({ notices: { overdue: true }, weekStart: 'sunday' }, user);

    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(json).toMatchObject({ notices: { overdue: true, shared: true }, weekStart: 'sunday', version: 2 });
    expect(await read(user)).toEqual(json);
    expect((await update({ weekStart: 'sunday' }, user)).json.version).toBe(2);
  });

  it('know whether the address is confirmed as soon as the token says so', async () => {
    const user = people.person();
    const confirmed = async () =>
      (await database.owner()`select email_verified from preferences where user_id = ${user}`)[0]!
        .emailVerified;
    await update({ weekStart: 'sunday' }, user);
    expect(await confirmed()).toBe(false);

    const token = await settings.issuer.token(user, { email_verified: true });
    const headers = {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': 'confirmed',
      'ce-source': '/test',
      'ce-type': updatePreferences.type,
      authorization: `Bearer ${token}`,
    };
    await settings.post(headers, JSON.stringify({ changes: { weekStart: 'monday' } }));
    expect(await confirmed()).toBe(true);
  });

  it('are not changed over what somebody has not seen', async () => {
    const user = people.person();
    await update({ weekStart: 'sunday' }, user, 1);

    expect(await update({ weekStart: 'monday' }, user, 1)).toMatchObject({
      status: 412,
      json: { code: 'version-mismatch' },
    });
  });

  it('plan the digest on the clock of the person', async () => {
    const user = people.person();
    const planned = async () =>
      (await database.owner()`select digest_next_at from preferences where user_id = ${user}`)[0]!
        .digestNextAt;

    await update({ digestAt: '07:30', timezone: 'Europe/Berlin' }, user);
    expect(await planned()).toEqual(new Date('2026-11-23T06:30:00Z'));
    await update({ timezone: 'America/New_York' }, user);
    expect(await planned()).toEqual(new Date('2026-11-22T12:30:00Z'));
    await update({ digestAt: null }, user);
    expect(await planned()).toBeNull();
  });

  it('put off no digest whose time has come and that has not gone out yet', async () => {
    const user = people.person();
    await update({ digestAt: '07:30' }, user);
    const due = new Date('2026-11-20T07:30:00Z');
    await database.owner()`update preferences set digest_next_at = ${due} where user_id = ${user}`;

    await update({ weekStart: 'sunday' }, user);

    const [row] = await database.owner()`select digest_next_at from preferences where user_id = ${user}`;
    expect(row!.digestNextAt).toEqual(due);
  });

  it('move planned reminders out of the quiet hours and back', async () => {
    const user = people.person();
    const due = { date: '2026-11-24', time: '06:00', timezone: 'UTC' };
    const { id } = await people.creates(user, {
      title: 'Run',
      due,
      reminders: [{ type: 'before', minutes: 0 }],
    });
    const fireAt = async () => (await task(id, user)).reminders[0]!.fireAt;

    await update({ quietHours: { from: '22:00', to: '07:00' } }, user);
    expect(await fireAt()).toBe('2026-11-24T07:00:00.000Z');
    await update({ quietHours: null }, user);
    expect(await fireAt()).toBe('2026-11-24T06:00:00.000Z');
  });

  it('take floating tasks along to another zone (case R15)', async () => {
    const user = people.person();
    const story = JSON.parse(cases).find(({ id }: { id: string }) => id === 'R15');
    const [date, time] = story.due_local.split('T');
    await update({ timezone: 'Europe/Berlin' }, user);
    const reminders = [{ type: 'before', minutes: story.trigger.before_minutes }];
    const floating = await people.creates(user, {
      title: 'Jog',
      due: { date, time, floating: true },
      reminders,
    });
    const fixed = await people.creates(user, { title: 'Call', due: { date, time }, reminders });
    expect(floating.reminders[0]!.fireAt).toBe('2026-11-23T07:30:00.000Z');

    await update({ timezone: story.tzid }, user);

    const moved = await task(floating.id, user);
    expect(moved.reminders.map(({ fireAt }) => Date.parse(fireAt!))).toEqual(
      story.expected_utc.map(Date.parse),
    );
    expect(moved).toMatchObject({
      due: { date, time: '09:00', timezone: story.tzid, floating: true },
      dueAt: '2026-11-23T14:00:00.000Z',
      version: 2,
    });
    expect(await typesOf(floating.id)).toEqual(['created', 'updated']);
    expect(await task(fixed.id, user)).toEqual(fixed);
  });

  it('take along what is assigned, and leave what somebody else is to do', async () => {
    const [ada, ben] = [people.person(), people.person()];
    const due = { date: '2026-12-01', time: '09:00', floating: true, timezone: 'UTC' };
    const { id, projectId } = await people.creates(ada, { title: 'Water', due });
    await database.owner()`insert into project_members values (${projectId}, ${ben}, 'editor')`;
    await database.owner()`update tasks set assignee_id = ${ben} where id = ${id}`;

    await update({ timezone: 'Asia/Tokyo' }, ada);
    expect((await task(id, ada)).dueAt).toBe('2026-12-01T09:00:00.000Z');
    await update({ timezone: 'Asia/Tokyo' }, ben);
    expect((await task(id, ada)).dueAt).toBe('2026-12-01T00:00:00.000Z');
  });

  it('move what a floating series makes next', async () => {
    const user = people.person();
    const due = { date: '2026-11-23', time: '09:00', floating: true, timezone: 'Europe/Berlin' };
    const { recurrence } = await people.creates(user, {
      title: 'Jog',
      due,
      recurrence: { rrules: ['FREQ=DAILY'] },
    });

    await update({ timezone: 'America/New_York' }, user);

    const [series] =
      await database.owner()`select timezone, next_due_at from series where id = ${recurrence!.seriesId}`;
    expect(series).toEqual({ timezone: 'America/New_York', nextDueAt: new Date('2026-11-24T14:00:00Z') });
    expect(await typesOf(recurrence!.seriesId)).toEqual(['created', 'updated']);
  });

  it.each([
    ['a zone that is none', 'unknown-timezone', { timezone: 'Mars/Olympus' }],
    ['half of the quiet hours', 'invalid-request', { quietHours: { from: '22:00' } }],
    ['four channels', 'invalid-request', { channels: ['push', 'push', 'push', 'push'] }],
    ['a field that is none', 'invalid-request', { colour: 'red' }],
    [
      'eleven default reminders',
      'invalid-request',
      { reminders: { timed: Array(11).fill({ type: 'before', minutes: 1 }) } },
    ],
  ])('refuse %s', async (_, code, changes) => {
    expect(await update(changes, people.person())).toMatchObject({ status: 422, json: { code } });
  });
});
