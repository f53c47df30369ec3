import type { SeriesChanges } from '@zerodo/domain/series-commands';
import type { TaskEdit } from '../tasks/task-edit.ts';

/**
 * What an edit of one occurrence would be for the series; null where nothing of it is the series' to
 * have (a day, a deadline, a reminder at one instant belong to one occurrence).
 */
export function templateEdit(edit: TaskEdit): SeriesChanges | null {
  const { title, notes, priority, labels, section, durationMinutes, reminders } = edit;
  const changes: SeriesChanges = {
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(priority !== undefined && { priority }),
    ...(labels !== undefined && { labels }),
    ...(section !== undefined && { section }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(reminders?.every(({ type }) => type === 'before') && { reminders }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}
