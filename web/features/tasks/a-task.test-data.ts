import type { Task } from '@zerodo/domain/task';

/** For tests: a task that means nothing; a test overrides only what it is about. */
export const aTask = (over: Partial<Task> = {}): Task => ({
  id: '01988a3e-0000-7000-8000-000000000001',
  projectId: '01988a3e-0000-7000-8000-00000000000a',
  title: 'Water the plants',
  notes: '',
  priority: 4,
  labels: [],
  status: 'open',
  due: null,
  dueAt: null,
  recurrence: null,
  reminders: [],
  parentId: null,
  section: null,
  assigneeId: null,
  deadline: null,
  durationMinutes: null,
  position: 0,
  version: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  completedAt: null,
  ...over,
});
