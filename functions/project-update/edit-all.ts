import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Task } from '@zerodo/domain/task';
import { editSeries, editTask } from '@zerodo/domain/task-edit';
import { editAllSeries } from '@zerodo/store/series-edits';
import type { Tx } from '@zerodo/store/sql';
import { editTasks } from '@zerodo/store/task-edits';

type Carried = Pick<Task, 'labels' | 'section' | 'assigneeId'>;

/** Changes the tasks, and the series that make more of them, that `which` (a condition on `t`) selects. */
export async function editAll(
  { tx, actor, now, newId }: { tx: Tx; actor: string; now: Date; newId: () => string },
  which: Parameters<typeof editTasks>[1],
  edit: (before: Carried) => Partial<Carried>,
): Promise<{ tasks: OutgoingEvent[]; series: OutgoingEvent[] }> {
  const change = () => ({ actor, now, eventId: newId() });
  const series = await editAllSeries(tx, which, (one) => editSeries(one, edit(one), change()));
  return {
    tasks: await editTasks(tx, which, actor, (task) => editTask(task, edit(task), change())),
    series,
  };
}
