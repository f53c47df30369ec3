import type { Task } from '@zerodo/domain/task';
import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { group } from './grouping.ts';

const berlin = { now: Date.parse('2026-11-21T12:00:00Z'), zone: 'Europe/Berlin' };

const dueOn = (title: string, date: string, time: string | null = null, over: Partial<Task> = {}) =>
  aTask({ id: title, title, due: { date, time, timezone: 'Europe/Berlin', floating: false }, ...over });

const titles = (tasks: Task[], viewer = berlin) =>
  group(tasks, viewer).map(({ title, tasks: grouped }) => [title, ...grouped.map((task) => task.title)]);

describe('the groups of the list', () => {
  it('come in the order of urgency and only when they have tasks', () => {
    expect(
      titles([
        aTask({ id: 'a', title: 'some day' }),
        dueOn('next week', '2026-11-27'),
        dueOn('now', '2026-11-21'),
        dueOn('long ago', '2026-11-02'),
      ]),
    ).toEqual([
      ['Overdue', 'long ago'],
      ['Today', 'now'],
      ['Upcoming', 'next week'],
      ['No date', 'some day'],
    ]);
    expect(titles([])).toEqual([]);
  });

  it('call a time of today overdue once its minute has passed', () => {
    expect(
      titles([dueOn('before', '2026-11-21', '12:59'), dueOn('this minute', '2026-11-21', '13:00')]),
    ).toEqual([
      ['Overdue', 'before'],
      ['Today', 'this minute'],
    ]);
  });

  it('keep a whole day in today until midnight where the viewer is', () => {
    const lateEvening = { now: Date.parse('2026-11-21T22:59:00Z'), zone: 'Europe/Berlin' };
    const midnight = { now: Date.parse('2026-11-21T23:00:00Z'), zone: 'Europe/Berlin' };
    const task = dueOn('all day', '2026-11-21');

    expect(titles([task], lateEvening)).toEqual([['Today', 'all day']]);
    expect(titles([task], midnight)).toEqual([['Overdue', 'all day']]);
  });

  it('convert a time meant in another zone, and leave a floating one as it is', () => {
    const tokyo = { date: '2026-11-22', time: '07:00', timezone: 'Asia/Tokyo', floating: false };
    const dueAt = '2026-11-21T22:00:00.000Z';

    expect(titles([aTask({ title: 'fixed', due: tokyo, dueAt })])).toEqual([['Today', 'fixed']]);
    expect(titles([aTask({ title: 'floats', due: { ...tokyo, floating: true }, dueAt })])).toEqual([
      ['Upcoming', 'floats'],
    ]);
  });

  it('sort by day, then whole days first, then time, then importance', () => {
    expect(
      titles([
        dueOn('at nine', '2026-11-24', '09:00'),
        dueOn('later', '2026-11-25'),
        dueOn('at nine, urgent', '2026-11-24', '09:00', { priority: 1 }),
        dueOn('whole day', '2026-11-24'),
      ]),
    ).toEqual([['Upcoming', 'whole day', 'at nine, urgent', 'at nine', 'later']]);
  });
});
