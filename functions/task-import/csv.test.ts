import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { berlin, testImport } from './testing.ts';

describe('CSV', () => {
  const { after, exported, send } = testImport();
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

  it('takes the instants that other programs write, and days of the past', async () => {
    const { tasks } = await after(
      'Title,Due,Created,Completed\nA,2026-12-01T08:00:00Z,2026-01-01,\nB,2026-12-01T08:00:00.000+02:00,,2026-02-03T04:05:06+01:00\n',
    );

    expect(tasks.get('A')).toMatchObject({
      due: { date: '2026-12-01', time: '09:00', timezone: berlin },
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect(tasks.get('B')).toMatchObject({
      dueAt: '2026-12-01T06:00:00.000Z',
      completedAt: '2026-02-03T03:05:06.000Z',
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
    expect((await send(user, { content })).status).toBe(200);

    const csv = await exported(user, 'csv');

    expect(csv).not.toMatch(/(^|,|\r\n)"?[=+\-@]/);
    const { tasks } = await after(csv);
    expect([...tasks.keys()].sort()).toEqual([...titles].sort());
  });
});
