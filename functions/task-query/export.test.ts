import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskQuery from './handle.ts';

const now = () => new Date('2026-11-25T09:15:00Z');

describe('export and the calendar feed', () => {
  const database = testDatabase();
  const query = testFunction(taskQuery, database, { now });
  const { creates, person, function: create } = testPeople(database, now);
  const ask = (name: string, args: object, user: string) => query.ask(name, args, user);
  const berlin = { date: '2026-12-01', time: '09:00', timezone: 'Europe/Berlin' };

  it('gives each format its type, a name to save it by, and an ETag that stays while nothing changes', async () => {
    const user = person();
    await creates(user, { title: 'One' });

    for (const [format, type] of [
      ['json', 'application/json'],
      ['csv', 'text/csv; charset=utf-8'],
      ['ics', 'text/calendar; charset=utf-8'],
    ]) {
      const { status, headers } = await ask('export-tasks', { format }, user);
      expect([status, headers.get('content-type')]).toEqual([200, type]);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="zerodo.${format}"`);
      expect((await ask('export-tasks', { format }, user)).headers.get('etag')).toBe(headers.get('etag'));
    }
    const before = (await ask('export-tasks', {}, user)).headers.get('etag');
    await creates(user, { title: 'Two' });
    expect((await ask('export-tasks', {}, user)).headers.get('etag')).not.toBe(before);
  });

  it('holds what a person owns and nothing of a project that somebody else does', async () => {
    const [ada, bea] = [person(), person()];
    const shared = await creates(ada, { title: 'Shared by Ada', due: berlin });
    await creates(bea, { title: 'Of Bea' });
    await database.owner()`
      insert into project_members ${database.owner()({ projectId: shared.projectId, userId: bea, role: 'editor' })}
    `;

    const { text } = await ask('export-tasks', {}, bea);
    expect(text).toContain('Of Bea');
    expect(text).not.toContain('Shared by Ada');
    expect((await ask('calendar-feed', {}, bea)).text).toContain('Shared by Ada');
    expect((await ask('export-tasks', {}, person())).json.tasks).toEqual([]);
  });

  it('writes iCalendar with zones, rules, alarms and folded lines', async () => {
    const user = person();
    const parent = await creates(user, {
      ...{
        title: 'Ümläuts, and a title so long that no line can hold all of it: 日本語日本語日本語',
        due: berlin,
      },
      ...{ notes: 'One\nTwo; three', priority: 2, labels: ['home', 'a,b'], durationMinutes: 45 },
      recurrence: { rrules: ['FREQ=WEEKLY;COUNT=4'], exdates: ['2026-12-08T09:00'] },
      reminders: [{ type: 'before', minutes: 30 }],
    });
    await creates(user, { title: 'Part', parentId: parent.id, due: { date: '2026-12-24' } });
    await creates(user, { title: 'Floating', due: { ...berlin, floating: true } });
    await creates(user, { title: 'UTC', due: { ...berlin, timezone: 'UTC' } });

    const { text } = await ask('export-tasks', { format: 'ics' }, user);

    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    for (const line of [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      `UID:${parent.id}@zerodo`,
      'DESCRIPTION:One\\nTwo\\; three',
      'PRIORITY:5',
      'CATEGORIES:home,a\\,b',
      'DTSTART;TZID=Europe/Berlin:20261201T090000',
      'DUE;TZID=Europe/Berlin:20261201T090000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Berlin:20261208T090000',
      'TRIGGER;RELATED=END:-PT30M',
      'ESTIMATED-DURATION:PT45M',
      `RELATED-TO:${parent.id}@zerodo`,
      'DUE;VALUE=DATE:20261224',
      'DUE:20261201T090000',
      'DUE:20261201T090000Z',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('feeds a calendar with events of what is open and due, or with to-dos where it asks for them', async () => {
    const user = person();
    const task = await creates(user, { title: 'Dentist', due: berlin, durationMinutes: 60 });
    await creates(user, { title: 'Not due' });

    const events = (await ask('calendar-feed', {}, user)).text;
    const both = (await ask('calendar-feed', { components: 'both' }, user)).text;

    expect(events).toContain(`UID:event-${task.id}@zerodo`);
    expect(events).toMatch(/DTSTART;TZID=Europe\/Berlin:20261201T090000\r\nDURATION:PT60M/);
    expect(events).not.toMatch(/VTODO|Not due/);
    expect(both).toMatch(/BEGIN:VTODO.*BEGIN:VEVENT/s);
  });

  it('lets a token for the calendar read the calendar and nothing else', async () => {
    const user = person();
    await creates(user, { title: 'Dentist', due: berlin });
    const asking = async (name: string, scope: string) => {
      const authorization = `Bearer ${await query.issuer.token(user, { scope })}`;
      return query.post({ 'content-type': 'application/json', authorization }, '{}', `/${name}`);
    };

    expect((await asking('calendar-feed', 'calendar')).status).toBe(200);
    expect((await asking('calendar-feed', 'read')).status).toBe(200);
    for (const [name, scope] of [
      ['export-tasks', 'calendar'],
      ['list-tasks', 'calendar'],
      ['calendar-feed', 'write'],
    ] as const) {
      const { status, json } = await asking(name, scope);
      expect([name, status, json.code]).toEqual([name, 403, 'scope-missing']);
    }
    expect((await create.command(createTask.type, { title: 'x' }, randomUUID())).status).toBe(201);
  });
});
