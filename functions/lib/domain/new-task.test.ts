import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTask } from './new-task.ts';

describe('a new task', () => {
  const now = new Date('2026-11-25T09:15:00Z');
  const change = { id: randomUUID(), actor: randomUUID(), eventId: randomUUID(), now, timezone: 'UTC' };
  const large = { title: 'Backup', notes: '\u0001'.repeat(10_000), projectId: randomUUID() };

  it('is refused where no event could hold it, but never as the successor of one that was not', () => {
    expect(() => createTask(large, change)).toThrowError(expect.objectContaining({ code: 'task-too-large' }));

    expect(createTask(large, { ...change, predecessorId: randomUUID() })[0].notes).toBe(large.notes);
  });

  it('has its place by when its id was made, else by when it came', () => {
    const positionOf = (id: string) =>
      createTask({ title: 'Backup', projectId: randomUUID() }, { ...change, id })[0].position;

    expect(positionOf('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(1_645_557_742_000);
    expect(positionOf(randomUUID())).toBe(now.getTime());
  });
});
