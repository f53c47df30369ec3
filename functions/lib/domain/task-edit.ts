// What is changed in many tasks at once, and in the series that make more of them.

import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import type { Series } from './series.ts';
import { seriesEvent } from './series-events.ts';
import type { Task } from './task.ts';

type Fields = Partial<Pick<Task, 'labels' | 'section' | 'assigneeId'>>;

/** Another label, section or assignee, and the event that says so. */
export function editTask(task: Task, fields: Fields, change: Change): [Task, OutgoingEvent] {
  const edited: Task = {
    ...task,
    ...fields,
    version: task.version + 1,
    updatedAt: change.now.toISOString(),
  };
  return [edited, taskEvent('dev.zerodo.task.updated.v1', edited, Object.keys(fields), change)];
}

/** The same for what comes next. */
export function editSeries(series: Series, fields: Fields, change: Change): [Series, OutgoingEvent] {
  const edited: Series = {
    ...series,
    ...fields,
    version: series.version + 1,
    updatedAt: change.now.toISOString(),
  };
  return [edited, seriesEvent('updated', edited, change, series)];
}
