import { randomUUID } from 'node:crypto';
import type { Task } from '@zerodo/domain/task';
import type { Sql } from '@zerodo/store/sql';
import { addTask } from '@zerodo/store/tasks';

/** A task that means nothing; a test overrides only what it is about. */
export const aTask = (over: Partial<Task> = {}): Task => ({
  id: randomUUID(),
  projectId: randomUUID(),
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
  position: 1,
  version: 1,
  createdAt: '2026-11-21T12:00:00.000Z',
  updatedAt: '2026-11-21T12:00:00.000Z',
  completedAt: null,
  ...over,
});

/** Stores the task in a project of one member, and answers with both. */
export async function given(sql: Sql, task: Task, role = 'owner'): Promise<[Task, userId: string]> {
  const userId = randomUUID();
  await sql`
    insert into projects (id, owner_id, name) values (${task.projectId}, ${userId}, 'Home')
    on conflict do nothing
  `;
  await sql`insert into project_members ${sql({ projectId: task.projectId, userId, role })}`;
  await sql.begin((tx) => addTask(tx as never, task, userId));
  return [task, userId];
}
