import { randomUUID } from 'node:crypto';
import { importTasks } from '@zerodo/domain/import';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import taskImport from './handle.ts';

// biome-ignore lint/suspicious/noExplicitAny: a task as it came back
type Any = any;
const now = () => new Date('2026-11-25T09:15:00Z'); // a Wednesday
const berlin = 'Europe/Berlin';

describe('files of others', () => {
  const database = testDatabase();
  const importer = testFunction(taskImport, database, { now });
  const query = testFunction(taskQuery, database, { now });

  /** What a new person has after importing it, by title. */
  async function after(
    content: string,
    data: object = {},
  ): Promise<{ tasks: Map<string, Any>; user: string }> {
    const user = randomUUID();
    const { status, json } = await importer.command(
      importTasks.type,
      { content, timezone: berlin, ...data },
      user,
    );
    expect([status, json.skipped ?? json.errors]).toEqual([200, []]);
    const { items } = (await query.ask('list-tasks', { limit: 200 }, user)).json;
    const tasks = new Map<string, Any>(items.map((task: Any) => [task.title, task]));
    return { tasks, user };
  }
  const exported = async (user: string, format: string) =>
    (await query.ask('export-tasks', { format }, user)).text;

  describe('Todoist (CSV)', () => {
    const file = [
      'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG',
      'meta,view_style=list,,,,,,,,,,,,',
      'task,Buy milk @shop @urgent-one,"Two, fat",1,1,Ada (1),,,en,Europe/Berlin,,,,',
      'note,From the farm,,,,Ada (1),,,,,,,,',
      'section,Kitchen,,,,,,,,,,,,',
      'task,Clean,,4,1,Ada (1),,2026-12-05 10:00,en,Europe/Berlin,90,minute,2026-12-31,en',
      'task,Clean the oven,,3,2,Ada (1),,,en,Europe/Berlin,,,,',
      'task,Even the door,,2,3,Ada (1),,,en,Europe/Berlin,,,,',
      ',,,,,,,,,,,,,',
      'task,Stand-up,,4,1,Ada (1),,every monday at 9,en,Europe/Berlin,,,,',
      'task,Filter,,4,1,Ada (1),,every! 3 days,en,America/New_York,,,,',
      '',
    ].join('\r\n');

    it('keeps priorities, labels, notes, sections, subtasks, durations, deadlines and words for dates', async () => {
      const { tasks } = await after(file, { project: 'Household' });

      expect([...tasks.keys()].sort()).toEqual([
        'Buy milk',
        'Clean',
        'Clean the oven',
        'Even the door',
        'Filter',
        'Stand-up',
      ]);
      expect(tasks.get('Buy milk')).toMatchObject({
        ...{ priority: 1, labels: ['shop', 'urgent-one'], notes: 'Two, fat\n\nFrom the farm', section: null },
      });
      expect(tasks.get('Clean')).toMatchObject({
        ...{ section: 'Kitchen', durationMinutes: 90, deadline: '2026-12-31', parentId: null },
        due: { date: '2026-12-05', time: '10:00', timezone: berlin },
      });
      expect(tasks.get('Clean the oven')).toMatchObject({ parentId: tasks.get('Clean').id, priority: 3 });
      expect(tasks.get('Even the door')).toMatchObject({
        parentId: tasks.get('Clean the oven').id,
        priority: 2,
      });
      expect(tasks.get('Stand-up')).toMatchObject({
        due: { date: '2026-11-30', time: '09:00', timezone: berlin },
        recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=MO'], mode: 'schedule' },
      });
      expect(tasks.get('Filter')).toMatchObject({
        due: { timezone: 'America/New_York', time: null },
        recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
      });
      const [project] = await database.owner()`
        select name, sections from projects where id = ${tasks.get('Clean').projectId}
      `;
      expect(project).toMatchObject({ name: 'Household', sections: ['Kitchen'] });
    });

    it('names the row whose words for a date mean nothing', async () => {
      const bad =
        'TYPE,CONTENT,PRIORITY,INDENT,DATE\ntask,One,1,1,\ntask,Two,1,1,whenever it rains\ntask,Part,1,2,\n';
      const { json } = await importer.command(importTasks.type, { content: bad }, randomUUID());

      expect(json.errors).toMatchObject([
        { path: '3', message: 'DATE: “whenever it rains” is not understood' },
        { path: '4', message: expect.stringContaining('parent') },
      ]);
    });
  });

  describe('Vikunja (data.json)', () => {
    const none = '0001-01-01T00:00:00Z';
    const task = (id: number, title: string, over: object = {}) => ({
      ...{ id, title, description: '', done: false, done_at: none, due_date: none, reminders: null },
      ...{ repeat_after: 0, repeat_mode: 0, priority: 0, labels: null, percent_done: 0, related_tasks: {} },
      ...{ created: '2026-01-02T03:04:05Z', updated: '2026-01-02T03:04:05Z', ...over },
    });
    const file = JSON.stringify([
      {
        ...{ id: 1, title: 'Work', description: '<p>All of <strong>it</strong></p>', hex_color: 'FF8800' },
        tasks: [
          task(10, 'Report', {
            ...{ description: '<ul><li>One</li><li>Two &amp; three</li></ul>', priority: 5 },
            ...{ due_date: '2026-12-01T08:00:00Z', labels: [{ id: 1, title: 'office' }] },
            reminders: [
              { reminder: '2026-12-01T07:30:00Z', relative_period: -1800, relative_to: 'due_date' },
              { reminder: '2026-11-30T17:00:00Z', relative_period: 0, relative_to: '' },
            ],
            related_tasks: { subtask: [{ id: 11, title: 'Numbers' }] },
          }),
          task(11, 'Numbers', { priority: 3 }),
          task(12, 'Done', { done: true, done_at: '2026-02-03T10:00:00Z', percent_done: 1 }),
          task(13, 'Weekly', { due_date: '2026-12-01T08:00:00Z', repeat_after: 1_209_600 }),
          task(14, 'After it is done', {
            due_date: '2026-12-01T08:00:00Z',
            repeat_after: 259_200,
            repeat_mode: 2,
          }),
          task(15, 'Monthly', { due_date: '2026-12-01T08:00:00Z', repeat_mode: 1 }),
        ],
      },
    ]);

    it('keeps projects, descriptions, reminders, labels, priorities, parts, rules and what is done', async () => {
      const { tasks, user } = await after(file);

      expect(tasks.get('Report')).toMatchObject({
        ...{ notes: '- One\n- Two & three', priority: 1, labels: ['office'] },
        due: { date: '2026-12-01', time: '09:00', timezone: berlin },
        reminders: [
          { type: 'before', minutes: 30 },
          { type: 'at', local: '2026-11-30T18:00', timezone: berlin },
        ],
        createdAt: '2026-01-02T03:04:05.000Z',
      });
      expect(tasks.get('Numbers')).toMatchObject({ parentId: tasks.get('Report').id, priority: 2 });
      expect(tasks.get('Done')).toMatchObject({
        status: 'completed',
        completedAt: '2026-02-03T10:00:00.000Z',
      });
      expect(tasks.get('Weekly').recurrence).toMatchObject({
        rrules: ['FREQ=WEEKLY;INTERVAL=2'],
        mode: 'schedule',
      });
      expect(tasks.get('After it is done').recurrence).toMatchObject({
        ...{ rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
      });
      expect(tasks.get('Monthly').recurrence).toMatchObject({ rrules: ['FREQ=MONTHLY'] });
      const [project] = await database.owner()`select * from projects where owner_id = ${user}`;
      expect(project).toMatchObject({ name: 'Work', description: 'All of **it**', color: '#ff8800' });
    });
  });

  describe('iCalendar (VTODO)', () => {
    const file = [
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Test//EN',
        'BEGIN:VTIMEZONE',
        'TZID:Somewhere',
        'BEGIN:STANDARD',
      ],
      ...[
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0500',
        'TZOFFSETTO:+0500',
        'END:STANDARD',
        'END:VTIMEZONE',
      ],
      ...['BEGIN:VTODO', 'UID:1', 'SUMMARY:Rent', 'DTSTART;TZID=Europe/Berlin:20261231T090000'],
      ...['DUE;TZID=Europe/Berlin:20261231T090000', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31', 'PRIORITY:3'],
      ...['EXDATE;TZID=Europe/Berlin:20270131T090000', 'CATEGORIES:home,money', 'CATEGORIES:dear'],
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER;RELATED=END:-PT30M', 'END:VALARM'],
      ...[
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER;VALUE=DATE-TIME:20261230T080000Z',
        'END:VALARM',
        'END:VTODO',
      ],
      ...[
        'BEGIN:VTODO',
        'UID:2',
        'SUMMARY:A part that is long enough to be folded in the middle of the lin',
        ' e',
      ],
      ...['DUE;VALUE=DATE:20261224', 'RELATED-TO:1', 'DESCRIPTION:One\\nTwo\\, three', 'END:VTODO'],
      ...[
        'BEGIN:VTODO',
        'UID:3',
        'SUMMARY:Done',
        'STATUS:COMPLETED',
        'COMPLETED:20260203T100000Z',
        'END:VTODO',
      ],
      ...['BEGIN:VTODO', 'UID:4', 'SUMMARY:Floating', 'DUE:20261201T083000', 'END:VTODO'],
      ...['BEGIN:VTODO', 'UID:5', 'SUMMARY:Elsewhere', 'DUE;TZID=Somewhere:20261201T083000', 'END:VTODO'],
      ...['BEGIN:VTODO', 'UID:6', 'SUMMARY:In UTC', 'DTSTART:20261201T080000Z', 'DURATION:PT1H', 'END:VTODO'],
      ...['END:VCALENDAR', ''],
    ].join('\r\n');

    it('keeps rules word for word, zones, alarms, parts, categories and what is done', async () => {
      const { tasks } = await after(file);

      expect(tasks.get('Rent')).toMatchObject({
        due: { date: '2026-12-31', time: '09:00', timezone: berlin, floating: false },
        ...{ priority: 1, labels: ['home', 'money', 'dear'] },
        recurrence: { rrules: ['FREQ=MONTHLY;BYMONTHDAY=31'], mode: 'schedule' },
        reminders: [
          { type: 'before', minutes: 30 },
          { type: 'at', local: '2026-12-30T09:00', timezone: berlin },
        ],
      });
      const part = tasks.get('A part that is long enough to be folded in the middle of the line');
      expect(part).toMatchObject({
        ...{ due: { date: '2026-12-24', time: null }, notes: 'One\nTwo, three' },
        parentId: tasks.get('Rent').id,
      });
      expect(tasks.get('Done')).toMatchObject({
        status: 'completed',
        completedAt: '2026-02-03T10:00:00.000Z',
      });
      expect(tasks.get('Floating').due).toEqual({
        date: '2026-12-01',
        time: '08:30',
        timezone: berlin,
        floating: true,
      });
      expect(tasks.get('Elsewhere').dueAt).toBe('2026-12-01T03:30:00.000Z');
      expect(tasks.get('In UTC').dueAt).toBe('2026-12-01T09:00:00.000Z');
      const [series] = await database.owner()`
        select exdates, dtstart from series where id = ${tasks.get('Rent').recurrence.seriesId}
      `;
      expect(series).toMatchObject({ exdates: ['2027-01-31T09:00'], dtstart: '2026-12-31T09:00' });
    });

    it('comes back from our own export as it was, but for what iCalendar has no word for', async () => {
      const { tasks, user } = await after(file);

      const { tasks: again } = await after(await exported(user, 'ics'));

      expect([...again.keys()].sort()).toEqual([...tasks.keys()].sort());
      for (const [
        title,
        { due, dueAt, notes, priority, labels, status, completedAt, recurrence, reminders },
      ] of tasks) {
        expect(again.get(title)).toMatchObject({
          due,
          dueAt,
          notes,
          priority,
          labels,
          status,
          completedAt,
          reminders,
        });
        expect(again.get(title).recurrence?.rrules).toEqual(recurrence?.rrules);
      }
    });
  });

  describe('CSV', () => {
    const file = [
      'Id,Parent,Project,Section,Title,Notes,Priority,Labels,Status,Due date,Due time,Time zone,Recurrence,Reminders',
      '1,,Home,Kitchen,Clean,"Two',
      'lines",2,"a, b",open,2026-12-05,10:00,Europe/Berlin,FREQ=WEEKLY,"[{""type"":""before"",""minutes"":10}]"',
      '2,1,Home,Kitchen,Oven,,,,,,,,,',
      '3,,,,Done,,,,completed,2026-12-05,,,,',
    ].join('\r\n');

    it('comes back from our own export as it was', async () => {
      const { tasks, user } = await after(file);
      expect(tasks.get('Clean')).toMatchObject({
        ...{ notes: 'Two\r\nlines', priority: 2, labels: ['a', 'b'], section: 'Kitchen' },
        ...{ recurrence: { rrules: ['FREQ=WEEKLY'] }, reminders: [{ minutes: 10 }] },
      });
      expect(tasks.get('Oven').parentId).toBe(tasks.get('Clean').id);

      const { user: other } = await after(await exported(user, 'csv'));

      expect(await exported(other, 'csv')).toBe(await exported(user, 'csv'));
    });

    it('takes the tables of others, with semicolons and other names', async () => {
      const { tasks } = await after('﻿Task;Tags;Due;Description\nBuy milk;shop;2026-12-01 08:00;fat\n');

      expect(tasks.get('Buy milk')).toMatchObject({
        ...{ labels: ['shop'], notes: 'fat', due: { date: '2026-12-01', time: '08:00', timezone: berlin } },
      });
    });

    it('never exports what a spreadsheet would run, and reads it back as it was', async () => {
      const titles = ['=cmd|"/c calc"!A0', '+1', '-1', '@SUM(A1)', "'=already", "it's fine", '- a list'];
      const user = randomUUID();
      const content = JSON.stringify({
        ...{ format: 'zerodo', version: 1, projects: [{ id: 1, name: '=Home' }] },
        tasks: titles.map((title, index) => ({
          id: index + 1,
          project: 1,
          title,
          notes: title,
          section: title,
        })),
      });
      expect((await importer.command(importTasks.type, { content }, user)).status).toBe(200);

      const csv = await exported(user, 'csv');

      expect(csv).not.toMatch(/(^|,|\r\n)"?[=+\-@]/);
      const { tasks } = await after(csv);
      expect([...tasks.keys()].sort()).toEqual([...titles].sort());
    });
  });
});
