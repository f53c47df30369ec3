import { expect, it, vi } from 'vitest';
import { learnTime } from '../../lib/clock.ts';
import { aTask } from './a-task.test-data.ts';
import { changes, inverseOf } from './task-edit.ts';

const due = { date: '2026-11-21', time: '09:00', timezone: 'UTC', floating: false };
const planned = { state: 'planned', fireAt: null, sentAt: null } as const;

it('takes an edit back field by field and leaves the others alone', () => {
  const task = aTask({
    title: 'before',
    due,
    labels: ['a'],
    reminders: [{ type: 'before', minutes: 30, ...planned }],
    recurrence: { seriesId: 'x', rrules: ['FREQ=DAILY'], mode: 'schedule', spawn: 'completion', text: '' },
  });

  expect(inverseOf(task, { title: 'after', due: null })).toEqual({ title: 'before', due });
  expect(inverseOf(task, { reminders: [] })).toEqual({ reminders: [{ type: 'before', minutes: 30 }] });
  expect(inverseOf(task, { recurrence: null })).toEqual({
    recurrence: { rrules: ['FREQ=DAILY'], mode: 'schedule' },
  });
  expect(inverseOf(aTask(), { recurrence: { rrules: ['FREQ=DAILY'], mode: 'schedule' } })).toEqual({
    recurrence: null,
  });
});

it('is done when it is, also where the clock of the device is an hour ahead', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T00:30:00Z') });
  learnTime('Fri, 20 Nov 2026 23:30:00 GMT', Date.now());
  expect(changes.complete(aTask()).after?.completedAt).toMatch(/^2026-11-20T23:30/);
  learnTime('Sat, 21 Nov 2026 00:30:00 GMT', Date.now());
  vi.useRealTimers();
});
