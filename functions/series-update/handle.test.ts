import { randomUUID } from 'node:crypto';
import { inboxId, successorId } from '@zerodo/domain/ids';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { testSeries } from '@zerodo/testing/series';
import { beforeEach, describe, expect, it } from 'vitest';

const morning = new Date('2026-11-25T07:15:00Z');

describe('series-update', () => {
  let clock = morning;
  const database = testDatabase();
  const people = testPeople(database, () => clock);
  const on = testSeries(database, () => clock);
  beforeEach(() => {
    clock = morning;
  });

  const due = { date: '2026-11-25', time: '09:00', timezone: 'Europe/Berlin' };
  const daily = { title: 'Water the plants', due, recurrence: { rrules: ['FREQ=DAILY'] } };
  const aSeries = async (over: object = {}) => {
    const user = people.person();
    const { status, json } = await on.create(user, { ...daily, ...over });
    if (status !== 201) throw new Error(JSON.stringify(json));
    return { user, id: json.id as string, series: json };
  };

  describe('a created series', () => {
    it('is whole, and its first occurrence is there at once', async () => {
      const template = {
        notes: 'All of them',
        priority: 2,
        labels: ['home'],
        reminders: [{ type: 'before', minutes: 30 }],
        section: 'Balcony',
        durationMinutes: 20,
      };
      const { user, id, series } = await aSeries({ ...template, until: '2026-12-31' });

      expect(series).toMatchObject({
        ...template,
        projectId: inboxId(user),
        due: { ...due, floating: false },
        until: '2026-12-31',
        recurrence: { rrules: ['FREQ=DAILY'], mode: 'schedule', spawn: 'completion', catchUp: 'latest' },
        status: 'active',
        isActive: true,
        nextDueAt: '2026-11-26T08:00:00.000Z',
        openTaskId: successorId(id),
        openDueAt: '2026-11-25T08:00:00.000Z',
        version: 1,
      });
      expect(series.recurrence.text).toMatch(/2026/);
      expect((await on.read(user, id)).json).toEqual(series);
      expect((await on.readTask(user, successorId(id))).json).toMatchObject({
        title: 'Water the plants',
        ...{ notes: 'All of them', labels: ['home'], section: 'Balcony', durationMinutes: 20 },
        dueAt: '2026-11-25T08:00:00.000Z',
        reminders: [{ minutes: 30, state: 'planned' }],
        recurrence: { seriesId: id },
      });
      expect(await on.events(id)).toEqual(['created']);
    });

    it('begins with the first date that fits its rule', async () => {
      const { user } = await aSeries({ recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=MO'] } });

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-30' }]);
    });

    it('that spawns on schedule waits for its time', async () => {
      const { user, id, series } = await aSeries({
        recurrence: { rrules: ['FREQ=DAILY'], spawn: 'schedule' },
      });
      expect(series).toMatchObject({ openTaskId: null, nextDueAt: '2026-11-25T08:00:00.000Z' });

      await on.tick();
      expect(await on.open(user)).toHaveLength(0);
      clock = new Date('2026-11-25T08:00:00Z');
      await on.tick();
      await on.tick();

      expect(await on.open(user)).toMatchObject([{ id: successorId(id), dueDate: '2026-11-25' }]);
      expect((await on.read(user, id)).json.nextDueAt).toBe('2026-11-26T08:00:00.000Z');
    });

    it.each<[string, object, string]>([
      ['a rule that never comes until its end', { until: '2026-11-24' }, 'recurrence-never-matches'],
      ['a rule that is none', { recurrence: { rrules: ['FREQ=NEVER'] } }, 'invalid-recurrence'],
      ['an end that is no date', { until: '2026-13-01' }, 'invalid-date'],
      ['an empty title', { title: ' ' }, 'empty-title'],
      [
        'a reminder at one instant',
        { reminders: [{ type: 'at', local: '2026-11-25T09:00' }] },
        'invalid-request',
      ],
      ['a project of nobody', { projectId: randomUUID() }, 'project-not-found'],
      ['an assignee from elsewhere', { assigneeId: randomUUID() }, 'assignee-not-found'],
    ])('is refused for %s', async (_, over, code) => {
      expect((await on.create(people.person(), { ...daily, ...over })).json.code).toBe(code);
    });

    it('keeps the id that it was given, once', async () => {
      const id = on.series.services().newId();
      const { user } = await aSeries({ id });

      expect(await on.create(user, { ...daily, id })).toMatchObject({
        status: 409,
        json: { code: 'series-exists' },
      });
    });
  });

  it('lists what somebody may see, newest first, by status and project, a page at a time', async () => {
    const { user, id } = await aSeries();
    clock = new Date('2026-11-25T07:16:00Z');
    const second = (await on.create(user, { ...daily, title: 'Second' })).json.id;
    clock = new Date('2026-11-25T07:17:00Z');
    const third = (await on.create(user, { ...daily, title: 'Third' })).json.id;
    await on.pause(user, second);
    await on.end(user, third);
    const ids = async (filters: object) =>
      (await on.list(user, filters)).json.items.map((one: { id: string }) => one.id);

    expect(await ids({})).toEqual([third, second, id]);
    expect(await ids({ status: 'active' })).toEqual([id]);
    expect(await ids({ status: 'paused' })).toEqual([second]);
    expect(await ids({ status: 'ended' })).toEqual([third]);
    expect(await ids({ project: randomUUID() })).toEqual([]);
    const { json } = await on.list(user, { limit: 2 });
    expect(json.items).toHaveLength(2);
    expect(await ids({ limit: 2, cursor: json.nextCursor })).toEqual([id]);
    expect((await on.list(people.person())).json.items).toEqual([]);
  });

  describe('pausing', () => {
    it('lets what is open stay, and makes nothing until it is resumed, then the next after now, once', async () => {
      const { user, id } = await aSeries();
      expect((await on.pause(user, id)).json).toMatchObject({
        status: 'paused',
        isActive: false,
        nextDueAt: null,
        openTaskId: successorId(id),
      });

      await on.done(user, successorId(id));
      expect(await on.open(user)).toHaveLength(0);
      clock = new Date('2026-12-10T12:00:00Z');
      const { json } = await on.resume(user, id);
      await on.resume(user, id);

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-12-11' }]);
      expect(json).toMatchObject({ status: 'active', nextDueAt: '2026-12-12T08:00:00.000Z' });
      expect(await on.events(id)).toEqual(['created', 'updated', 'updated']);
    });

    it('makes nothing more than what is open when it is resumed before that is done', async () => {
      const { user, id } = await aSeries();
      await on.pause(user, id);
      const { json } = await on.resume(user, id);

      expect(json).toMatchObject({ status: 'active', nextDueAt: '2026-11-26T08:00:00.000Z' });
      expect(await on.open(user)).toHaveLength(1);
    });

    it('leaves what was missed of a schedule, and goes on with its next time', async () => {
      const { user, id } = await aSeries({
        recurrence: { rrules: ['FREQ=DAILY'], spawn: 'schedule', catchUp: 'each' },
      });
      await on.pause(user, id);
      clock = new Date('2026-12-10T12:00:00Z');
      await on.tick();
      await on.resume(user, id);
      await on.tick();
      expect(await on.open(user)).toHaveLength(0);

      clock = new Date('2026-12-11T08:00:00Z');
      await on.tick();
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-12-11' }]);
    });

    it('counts on from the completion where the rule does', async () => {
      const { user, id } = await aSeries({
        recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
      });
      await on.pause(user, id);
      await on.done(user, successorId(id));
      clock = new Date('2026-11-26T12:00:00Z');
      await on.resume(user, id);

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-28' }]);
    });
  });

  describe('ending', () => {
    it('leaves what is open as the last, and can be taken back', async () => {
      const { user, id } = await aSeries();
      expect((await on.end(user, id)).json).toMatchObject({
        status: 'ended',
        isActive: false,
        nextDueAt: null,
      });
      await on.done(user, successorId(id));
      expect(await on.open(user)).toHaveLength(0);
      expect(await on.pause(user, id)).toMatchObject({ status: 409, json: { code: 'series-ended' } });

      await on.resume(user, id);

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-26' }]);
      expect(await on.events(id)).toEqual(['created', 'ended', 'updated']);
    });

    it('is for good where the rule has nothing left, until it is given a later end', async () => {
      const { user, id } = await aSeries({ until: '2026-11-26' });
      await on.done(user, successorId(id));
      clock = new Date('2026-11-26T12:00:00Z');
      const [second] = await on.open(user);
      await on.done(user, second!.id);
      expect((await on.read(user, id)).json).toMatchObject({ status: 'ended', nextDueAt: null });
      expect(await on.resume(user, id)).toMatchObject({ status: 409, json: { code: 'no-next-occurrence' } });

      const { json } = await on.change(user, id, { changes: { until: '2026-11-28' } });

      expect(json).toMatchObject({ status: 'active', nextDueAt: '2026-11-28T08:00:00.000Z' });
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-27' }]);
    });
  });

  describe('deleting', () => {
    it('keeps open occurrences as plain tasks', async () => {
      const { user, id } = await aSeries();
      const { status } = await on.remove(user, id);

      expect(status).toBe(200);
      expect(await on.open(user)).toMatchObject([{ id: successorId(id), seriesId: null }]);
      expect((await on.readTask(user, successorId(id))).json.recurrence).toBeNull();
      await on.done(user, successorId(id));
      expect(await on.open(user)).toHaveLength(0);
      expect(await on.read(user, id)).toMatchObject({ status: 404, json: { code: 'series-not-found' } });
      expect(await on.events(id)).toEqual(['created', 'deleted']);
    });

    it('takes open occurrences along where that was asked for, and leaves what is done', async () => {
      const { user, id } = await aSeries();
      await on.done(user, successorId(id));
      await on.remove(user, id, 'delete');

      expect(await on.open(user)).toHaveLength(0);
      expect((await on.readTask(user, successorId(id))).json).toMatchObject({
        status: 'completed',
        recurrence: null,
      });
    });
  });

  it('hides everything from a stranger, and lets a viewer change nothing', async () => {
    const { user, id } = await aSeries();
    const [stranger, viewer] = [people.person(), people.person()];
    await database.owner()`insert into project_members values (${inboxId(user)}, ${viewer}, 'viewer')`;
    const task = successorId(id);
    const changes = { title: 'Mine' };
    const attempts = [
      (who: string) => on.change(who, id, { changes }),
      (who: string) => on.change(who, id, { scope: 'this', taskId: task, changes }),
      (who: string) => on.change(who, id, { scope: 'following', taskId: task, changes }),
      (who: string) => on.pause(who, id),
      (who: string) => on.resume(who, id),
      (who: string) => on.end(who, id),
      (who: string) => on.remove(who, id, 'delete'),
      (who: string) => on.skip(who, task),
      (who: string) => on.undo(who, task),
      (who: string) => on.deleteTask(who, task),
    ];
    for (const attempt of attempts) {
      expect((await attempt(stranger)).status).toBe(404);
      expect(await attempt(viewer)).toMatchObject({ status: 403, json: { code: 'project-read-only' } });
    }
    expect((await on.read(stranger, id)).status).toBe(404);
    expect((await on.read(viewer, id)).json).toMatchObject({ id, version: 1, title: 'Water the plants' });
    expect(await on.create(viewer, { ...daily, projectId: inboxId(user) })).toMatchObject({ status: 403 });
  });

  it('refuses what was decided on an older version', async () => {
    const { user, id } = await aSeries();

    expect(await on.change(user, id, { version: 7, changes: { title: 'x' } })).toMatchObject({
      status: 412,
      json: { code: 'version-mismatch' },
    });
  });
});
