import type { CreateTask, TaskFields } from '@zerodo/domain/commands';
import { projectNamed } from '@zerodo/store/people';
import type { Tx } from '@zerodo/store/sql';

/**
 * The fields of the task to make: as they were sent, or as a line of words means them.
 *
 * @throws Rejected `empty-title`, `project-not-found`
 */
export async function fieldsOf(
  data: CreateTask,
  { tx, now, timezone, userId }: { tx: Tx; now: Date; timezone: string; userId: string },
): Promise<TaskFields> {
  if (!('quickAdd' in data)) {
    const { id: _id, timezone: _timezone, ...fields } = data;
    return fields;
  }
  // Loaded by the first line of words: whoever sends fields does not pay for the grammar's start.
  const { parseQuickAdd } = await import('@zerodo/domain/quick-add');
  const said = parseQuickAdd(data.quickAdd, { now, timezone });
  const project = said.project ? await projectNamed(tx, said.project, userId) : data.projectId;
  return {
    title: said.title,
    priority: said.priority,
    labels: said.labels,
    due: said.due && { ...said.due, timezone },
    section: said.section,
    deadline: said.deadline,
    durationMinutes: said.durationMinutes,
    ...(project && { projectId: project }),
    ...(said.rrules.length > 0 && { recurrence: { rrules: said.rrules, mode: said.recurrenceMode } }),
    ...(said.reminders.length > 0 && { reminders: said.reminders }),
  };
}
