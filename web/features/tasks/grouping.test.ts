import type { Task } from '@zerodo/domain/task';
import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { byDay, bySection, depthsOf, group } from './grouping.ts';

const berlin = { now: Date.parse('2026-11-21T12:00:00Z'), zone: 'Europe/Berlin' };

const dueOn = (title: string, date: string, time: string | null = null, over: Partial<Task> = {}) =>
  aTask({ id: title, title, due: { date, time, timezone: 'Europe/Berlin', floating: false }, ...over });

const titles = (tasks: Task[], viewer = berlin) =>
  group(tasks, viewer).map(({ name, tasks: grouped }) => [name, ...grouped.map((task) => task.title)]);

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
      ['overdue', 'long ago'],
      ['today', 'now'],
      ['upcoming', 'next week'],
      ['none', 'some day'],
    ]);
    expect(titles([])).toEqual([]);
  });

  it('call a time of today overdue once its minute has passed', () => {
    expect(
      titles([dueOn('before', '2026-11-21', '12:59'), dueOn('this minute', '2026-11-21', '13:00')]),
    ).toEqual([
      ['overdue', 'before'],
      ['today', 'this minute'],
    ]);
  });

  it('keep a whole day in today until midnight where the viewer is', () => {
    const lateEvening = { now: Date.parse('2026-11-21T22:59:00Z'), zone: 'Europe/Berlin' };
    const midnight = { now: Date.parse('2026-11-21T23:00:00Z'), zone: 'Europe/Berlin' };
    const task = dueOn('all day', '2026-11-21');

    expect(titles([task], lateEvening)).toEqual([['today', 'all day']]);
    expect(titles([task], midnight)).toEqual([['overdue', 'all day']]);
  });

  it('convert a time meant in another zone, and leave a floating one as it is', () => {
    const tokyo = { date: '2026-11-22', time: '07:00', timezone: 'Asia/Tokyo', floating: false };
    const dueAt = '2026-11-21T22:00:00.000Z';

    expect(titles([aTask({ title: 'fixed', due: tokyo, dueAt })])).toEqual([['today', 'fixed']]);
    expect(titles([aTask({ title: 'floats', due: { ...tokyo, floating: true }, dueAt })])).toEqual([
      ['upcoming', 'floats'],
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
    ).toEqual([['upcoming', 'whole day', 'at nine, urgent', 'at nine', 'later']]);
  });
});

it('shows a task once when two lists have it, as it is now', () => {
  const before = dueOn('before', '2026-11-21', null, { id: 'a', version: 1 });
  const after = dueOn('after', '2026-11-22', null, { id: 'a', version: 2 });

  expect(titles([after, before])).toEqual([['upcoming', 'after']]);
});

it('puts tasks under their days, in order', () => {
  const days = byDay(
    [dueOn('b', '2026-11-25'), dueOn('c', '2026-11-25', '09:00'), dueOn('a', '2026-11-22')],
    berlin,
  );

  expect([...days].map(([day, tasks]) => [day, ...tasks.map(({ title }) => title)])).toEqual([
    ['2026-11-22', 'a'],
    ['2026-11-25', 'b', 'c'],
  ]);
});

it('puts tasks under the headings of their project, also under those that it does not list', () => {
  const under = (id: string, section: string | null, position: number) =>
    aTask({ id, title: id, section, position });
  const sections = bySection(
    [under('1', 'Later', 1), under('2', 'Old', 2), under('3', null, 3), under('4', 'Later', 0)],
    ['Now', 'Later'],
  );

  expect(sections.map(({ section, tasks }) => [section, ...tasks.map(({ title }) => title)])).toEqual([
    [null, '3'],
    ['Now'],
    ['Later', '4', '1'],
    ['Old', '2'],
  ]);
});

it('puts parts below what they are part of, and alone where that is not listed', () => {
  const part = (id: string, parentId: string | null, section: string | null = null) =>
    aTask({ id, parentId, section });
  const tasks = [part('1', null, 'Now'), part('2', '1'), part('3', '2'), part('4', 'done'), part('5', null)];
  const [alone, now] = bySection(tasks, ['Now']);

  expect(alone?.tasks.map(({ id }) => id)).toEqual(['4', '5']);
  expect(now?.tasks.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect([...depthsOf(now!.tasks).values()]).toEqual([0, 1, 2]);
});
