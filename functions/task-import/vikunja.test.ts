import { describe, expect, it } from 'vitest';
import { berlin, testImport } from './testing.ts';

describe('Vikunja (data.json)', () => {
  const { after, database } = testImport();
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
            { reminder: '2026-12-01T09:00:00Z', relative_period: 3600, relative_to: 'due_date' },
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
        { type: 'at', local: '2026-12-01T10:00', timezone: berlin },
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
