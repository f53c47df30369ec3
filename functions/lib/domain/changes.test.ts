import { aTask } from '@zerodo/testing/builders';
import { describe, expect, it } from 'vitest';
import { patch } from './changes.ts';

const whose = { timezone: 'UTC', now: new Date('2026-10-20T12:00:00Z') };

describe('a patched task', () => {
  it('keeps its instant where the clock shows its time twice and the due date stays', () => {
    const task = aTask({
      due: { date: '2026-10-25', time: '02:30', timezone: 'Europe/Berlin', floating: false },
      dueAt: '2026-10-25T01:30:00.000Z',
    });

    expect(patch(task, { due: { time: '02:30' } }, whose)).toEqual(task);
    expect(patch(task, { due: { time: '02:31' } }, whose).dueAt).toBe('2026-10-25T00:31:00.000Z');
  });
});
