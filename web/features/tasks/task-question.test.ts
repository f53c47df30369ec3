import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { belongs } from './belongs.ts';
import { pathOf, questions, type TaskQuestion } from './task-question.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const zone = 'Europe/Berlin';
const on = (date: string, time: string | null = null) =>
  aTask({ due: { date, time, timezone: zone, floating: false } });

describe('a list', () => {
  it.each([
    ['overdue', on('2026-11-20'), questions.overdue(zone), true],
    ['overdue since a minute', on('2026-11-21', '12:59'), questions.overdue(zone), true],
    ['of today', on('2026-11-21'), questions.today(zone), true],
    ['of today, over', on('2026-11-21', '12:59'), questions.today(zone), false],
    ['of tomorrow', on('2026-11-22'), questions.today(zone), false],
    ['of tomorrow, planned', on('2026-11-22'), questions.upcoming(zone), true],
    ['without a date', aTask(), questions.today(zone), false],
    ['of the project', aTask({ projectId: 'work' }), questions.project('work'), true],
    ['of another project', aTask({ projectId: 'home' }), questions.project('work'), false],
    ['done', aTask({ projectId: 'work', status: 'completed' }), questions.project('work'), false],
    ['with the label', aTask({ labels: ['a', 'b'] }), questions.label('b'), true],
    ['without the label', aTask({ labels: ['a'] }), questions.label('b'), false],
    ['that is a part', aTask({ parentId: 'whole' }), questions.parts('whole'), true],
    [
      'that is a part, done',
      aTask({ parentId: 'whole', status: 'completed' }),
      questions.parts('whole'),
      true,
    ],
    ['that is no part', aTask(), questions.parts('whole'), false],
    ['of the last day', on('2026-11-30'), questions.between('2026-11-01', '2026-11-30', zone), true],
    ['of a day after', on('2026-12-01'), questions.between('2026-11-01', '2026-11-30', zone), false],
    ['of no day', aTask(), questions.between('2026-11-01', '2026-11-30', zone), false],
    ['that only the server can find', aTask(), questions.search('milk'), null],
  ])('knows whether a task %s is in it', (_what, task, question, expected) => {
    expect(belongs(task, question, now)).toBe(expected);
  });

  it.each<[string, Parameters<typeof aTask>[0], TaskQuestion, boolean | null]>([
    ['of one of the projects', { projectId: 'b' }, { project: ['a', 'b'] }, true],
    ['of none of the projects', { projectId: 'c' }, { project: ['a', 'b'] }, false],
    ['with any of the labels', { labels: ['x', 'b'] }, { label: ['a', 'b'] }, true],
    ['with not all of the labels', { labels: ['a'] }, { label: ['a', 'b'], labelMatch: 'all' }, false],
    ['with all of the labels', { labels: ['b', 'c', 'a'] }, { label: ['a', 'b'], labelMatch: 'all' }, true],
    ['as important', { priority: 2 }, { priority: [1, 2] }, true],
    ['less important', { priority: 3 }, { priority: [1, 2] }, false],
    ['that does not recur', {}, { recurring: 'yes' }, false],
    ['that does not recur, as asked', {}, { recurring: 'no' }, true],
    ['of nobody', { assigneeId: null }, { assignee: 'nobody' }, true],
    ['of somebody', { assigneeId: 'ana' }, { assignee: 'nobody' }, false],
    ['of the one', { assigneeId: 'ana' }, { assignee: 'ana' }, true],
    ['of somebody, when it may be me', { assigneeId: 'ana' }, { assignee: 'me' }, null],
    ['of nobody, when it is to be me', { assigneeId: null }, { assignee: 'me' }, false],
  ])('knows of a task %s', (_what, over, question, expected) => {
    expect(belongs(aTask(over), question, now)).toBe(expected);
  });

  it.each<[string, boolean, TaskQuestion]>([
    ['2026-11-20', true, { due: ['overdue', 'none'] }],
    ['2026-11-21', false, { due: ['overdue', 'none'] }],
    ['2026-11-21', true, { dueWithin: 3 }],
    ['2026-11-24', true, { dueWithin: 3 }],
    ['2026-11-25', false, { dueWithin: 3 }],
    ['2026-11-20', false, { dueWithin: 3 }],
    ['2026-11-20', true, { dueWithin: 3, due: 'overdue' }],
  ])('knows that a task of %s is in it: %s', (date, expected, question) => {
    expect(belongs(on(date), { ...question, timezone: zone }, now)).toBe(expected);
  });

  it('asks for each of several things by itself', () => {
    expect(pathOf({ priority: [1, 2], label: ['a', 'b'] })).toBe(
      '/tasks?priority=1&priority=2&label=a&label=b',
    );
  });

  it('is asked for with everything that its question says', () => {
    expect(pathOf(questions.label('a b&c'), 'next')).toBe(
      '/tasks?status=open&label=a+b%26c&sort=due&limit=100&cursor=next',
    );
  });
});
