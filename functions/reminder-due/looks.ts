import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { plannedEvent } from '@zerodo/store/announce';
import { claimDue, claimLost, type DueReminder } from '@zerodo/store/due-reminders';
import { claimDueSoon, claimOverdue, type DueTask } from '@zerodo/store/due-tasks';
import { takeWaiting } from '@zerodo/store/ledger';
import type { Tx } from '@zerodo/store/sql';
import { outOfQuietHours } from './quiet-hours.ts';
import { tracesOf } from './traces.ts';

type Clock = { now: Date; newId: () => string };

/** Takes up to `batch` of something that is due, and says so; less means that there is no more. */
export type Look = (tx: Tx, clock: Clock) => Promise<{ taken: number; events: OutgoingEvent[] }>;

export const batch = 1_000;

export const dueReminders: Look = async (tx, clock) => {
  const claimed = await claimDue(tx, clock.now, batch);
  const due = await outOfQuietHours(
    tx,
    claimed.filter(({ state }) => state === 'due'),
  );
  const traceOf = await tracesOf(tx, due, clock.now);
  return { taken: claimed.length, events: due.map((one) => ({ ...dueEvent(one, clock), ...traceOf(one) })) };
};

/** Announced before and come to nothing: once more. */
export const lostReminders: Look = async (tx, clock) => {
  const claimed = await claimLost(tx, clock.now, batch);
  const due = claimed.filter(({ state }) => state === 'due');
  return { taken: claimed.length, events: due.map((one) => dueEvent(one, clock)) };
};

/** Notifications whose quiet hours are over, or whose announcement came to nothing. */
export const waiting: Look = async (tx, clock) => {
  const taken = await takeWaiting(tx, clock.now, batch);
  return { taken: taken.length, events: taken.map((one) => plannedEvent(one, clock)) };
};

export const soonDue: Look = async (tx, clock) => {
  const taken = await claimDueSoon(tx, clock.now, batch);
  const type = 'dev.zerodo.task.due-soon.v1';
  return { taken: taken.length, events: taken.map((one) => taskEvent(type, one, clock)) };
};

export const overdue: Look = async (tx, clock) => {
  const taken = await claimOverdue(tx, clock.now, batch);
  const type = 'dev.zerodo.task.overdue.v1';
  return { taken: taken.length, events: taken.map((one) => taskEvent(type, one, clock)) };
};

const dueEvent = ({ id, taskId, projectId, userId, fireAt }: DueReminder, clock: Clock): OutgoingEvent => ({
  id: clock.newId(),
  type: 'dev.zerodo.reminder.due.v1',
  subject: taskId,
  time: clock.now,
  userId,
  projectId,
  recurring: false,
  data: { reminderId: id, taskId, userId, fireAt: fireAt.toISOString() },
});

/** Nobody does it; the event is about whoever made the task. */
const taskEvent = (
  type: 'dev.zerodo.task.due-soon.v1' | 'dev.zerodo.task.overdue.v1',
  { id: taskId, projectId, createdBy, assigneeId, dueAt, recurring }: DueTask,
  clock: Clock,
): OutgoingEvent => ({
  id: clock.newId(),
  type,
  subject: taskId,
  time: clock.now,
  userId: createdBy,
  projectId,
  recurring,
  data: { taskId, projectId, dueAt: dueAt.toISOString(), assigneeId },
});
