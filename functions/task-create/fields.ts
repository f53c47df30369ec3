import type { CreateTask, TaskFields } from '@zerodo/domain/commands';
import { inboxId } from '@zerodo/domain/ids';
import { memberNamed } from '@zerodo/store/members';
import { projectNamed } from '@zerodo/store/people';
import type { Tx } from '@zerodo/store/sql';

/**
 * The fields of the task to make: as they were sent, or as a line of words means them.
 *
 * @throws Rejected `empty-title`, `project-not-found`, `assignee-not-found`
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
  const projectId = project ?? inboxId(userId);
  const assigneeId = said.assignee && (await memberNamed(tx, said.assignee, { projectId, userId }));
  return {
    title: said.title,
    priority: said.priority,
    labels: said.labels,
    due: said.due && { ...said.due, timezone },
    section: said.section,
    deadline: said.deadline,
    durationMinutes: said.durationMinutes,
    ...(project && { projectId: project }),
    ...(assigneeId && { assigneeId }),
    ...(said.rrules.length > 0 && { recurrence: { rrules: said.rrules, mode: said.recurrenceMode } }),
    ...(said.reminders.length > 0 && { reminders: said.reminders }),
  };
}
