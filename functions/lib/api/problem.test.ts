import { createTask } from '@zerodo/domain/commands';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { problemOfIssues } from './problem.ts';

const wrong = (schema: z.ZodType, data: unknown) => problemOfIssues(schema.safeParse(data).error!);

describe('a problem', () => {
  it.each([
    [{ title: 5 }, ['title']],
    [{ title: 5, notes: 5, labels: 'x' }, ['title', 'notes', 'labels']],
    [{}, ['title']],
    [{ quickAdd: 5 }, ['quickAdd']],
    [{ title: 'x', reminders: [{ type: 'before', minutes: -1 }] }, ['reminders.0.minutes']],
    [{ title: 'x', reminders: [{ type: 'at', local: 5 }] }, ['reminders.0.local']],
    [{ title: 'x', due: { date: '2026-12-01', time: 'noon' } }, ['due.time']],
  ])('names each wrong field of %j: %j', (data, paths) => {
    const { errors, detail } = wrong(createTask.data, data);

    expect(errors!.map(({ path }) => path)).toEqual(paths);
    expect(detail).toContain(`${paths[0]}: `);
  });

  it('says body where there is no field to name', () => {
    expect(wrong(createTask.data, 'x').detail).toMatch(/^body: .*object/);
  });
});
