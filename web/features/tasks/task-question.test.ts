import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { belongs, pathOf, questions } from './task-question.ts';

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

  it('is asked for with everything that its question says', () => {
    expect(pathOf(questions.label('a b&c'), 'next')).toBe(
      '/tasks?status=open&label=a+b%26c&sort=due&limit=100&cursor=next',
    );
  });
});
