// What the history says around one change, for whoever takes it back.

import type { SeriesChanged, TaskChanged } from '@zerodo/domain/events';
import { Rejected } from '@zerodo/domain/rejected';
import type { SeriesState } from '@zerodo/domain/series-schema';
import type { Task } from '@zerodo/domain/task';
import type { Tx } from './sql.ts';

/** A change of a task as it was announced. */
export type ChangeMade = {
  id: string;
  type: string;
  sequence: number;
  time: Date;
  userId: string;
  source: string;
  causeId: string;
  data: TaskChanged;
};

/**
 * One change of a task: the one named, or the last one that this person made (and not what followed
 * from it by itself).
 *
 * @throws Rejected `event-not-found`, `nothing-to-undo`
 */
export async function changeMade(
  tx: Tx,
  taskId: string,
  { eventId, userId }: { eventId?: string | undefined; userId: string },
): Promise<ChangeMade> {
  const which = eventId
    ? tx`id = ${eventId}`
    : tx`user_id = ${userId} and source <> '/zerodo/recurrence-spawn'`;
  const [row] = await tx<ChangeMade[]>`
    select id, type, sequence, time, user_id, source, cause_id, data from events
    where subject = ${taskId} and type like 'dev.zerodo.task.%' and data ? 'task' and ${which}
    order by sequence desc limit 1
  `;
  if (row) return row;
  throw eventId
    ? new Rejected('event-not-found', 'There is no such event in the history of this task: read it again.')
    : new Rejected('nothing-to-undo', 'You have changed nothing of this task: name the event to undo.');
}

/** The task as the change before said it; of one person, where one is named: reminders are each person's own. */
export async function taskBefore(
  tx: Tx,
  { data, sequence }: ChangeMade,
  userId?: string,
): Promise<Task | undefined> {
  const [row] = await tx<{ data: TaskChanged }[]>`
    select data from events
    where subject = ${data.task.id} and type like 'dev.zerodo.task.%' and data ? 'task' and sequence < ${sequence}
      ${userId ? tx`and user_id = ${userId}` : tx``}
    order by sequence desc limit 1
  `;
  return row?.data.task;
}

/** What was changed after it, newest first; a hundred are enough to tell. */
export const changesSince = (tx: Tx, { data, sequence }: ChangeMade) => tx<
  { time: Date; userId: string; changed: string[] }[]
>`
  select time, user_id, data->'changed' as changed from events
  where subject = ${data.task.id} and type like 'dev.zerodo.task.%' and data ? 'task' and sequence > ${sequence}
  order by sequence desc limit 100
`;

/** A change of a series that was made together with one of a task. */
export type SeriesChangeMade = {
  id: string;
  type: string;
  subject: string;
  sequence: number;
  data: SeriesChanged;
};

export const seriesChangesWith = (tx: Tx, { causeId, source }: ChangeMade) => tx<SeriesChangeMade[]>`
  select id, type, subject, sequence, data from events
  where cause_id = ${causeId} and source = ${source} and type like 'dev.zerodo.series.%'
  order by sequence
`;

export async function seriesBefore(
  tx: Tx,
  { subject, sequence }: SeriesChangeMade,
): Promise<SeriesState | undefined> {
  const [row] = await tx<{ data: SeriesChanged }[]>`
    select data from events
    where subject = ${subject} and type like 'dev.zerodo.series.%' and sequence < ${sequence}
    order by sequence desc limit 1
  `;
  return row?.data.series;
}

/** Whether something of a series has been done, but for this one occurrence. */
export async function hasDone(tx: Tx, seriesId: string, taskId: string): Promise<boolean> {
  const [row] = await tx`
    select from tasks where series_id = ${seriesId} and id <> ${taskId} and status = 'completed' limit 1
  `;
  return row !== undefined;
}

/** Whether a series has more than this one occurrence. */
export async function hasOthers(tx: Tx, seriesId: string, taskId: string): Promise<boolean> {
  const [row] = await tx`select from tasks where series_id = ${seriesId} and id <> ${taskId} limit 1`;
  return row !== undefined;
}
