import type { Due } from '@zerodo/domain/due';
import type { SeriesChanges } from '@zerodo/domain/series-commands';
import type { TaskEdit } from '../tasks/task-edit.ts';

/**
 * What an edit of one occurrence, due at `before`, would be for the series; null where nothing of it
 * is the series' to have (another day, a deadline, a reminder at one instant belong to one occurrence).
 */
export function templateEdit(edit: TaskEdit, before: Due | null): SeriesChanges | null {
  const { title, notes, priority, labels, section, durationMinutes, reminders, due } = edit;
  const newTime = due && before && due.date === before.date && due.time !== before.time;
  const changes: SeriesChanges = {
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(priority !== undefined && { priority }),
    ...(labels !== undefined && { labels }),
    ...(section !== undefined && { section }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(newTime && { due: { time: due.time } }),
    ...(reminders?.every(({ type }) => type === 'before') && { reminders }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}
