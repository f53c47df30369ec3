import type { Due } from '@zerodo/domain/due';
import type { Task } from '@zerodo/domain/task';
import { type LocalMoment, type Viewer, wallClock } from '../../lib/local-time.ts';

/**
 * When a task is due on the viewer's own clock. A whole day and a floating time are the same
 * everywhere; a time meant in another zone is converted.
 */
export function dueHere(task: Pick<Task, 'due' | 'dueAt'>, zone: string): LocalMoment | null {
  const { due, dueAt } = task;
  if (!due) return null;
  if (due.time === null) return { date: due.date, time: null };
  if (due.floating || due.timezone === zone || !dueAt) {
    return { date: due.date, time: due.time.slice(0, 5) };
  }
  return wallClock(dueAt, zone);
}

/** Due later than this minute, today, or past. A whole day is past when the day is over. */
export function urgency(
  due: LocalMoment | null,
  { now, zone }: Viewer,
): 'overdue' | 'today' | 'upcoming' | 'none' {
  if (!due) return 'none';
  const here = wallClock(now, zone);
  if (due.date < here.date) return 'overdue';
  if (due.date > here.date) return 'upcoming';
  return due.time !== null && due.time < here.time ? 'overdue' : 'today';
}

/**
 * A task's due moment on another day. It keeps its time as the viewer's clock shows it, unless that
 * is over already: then it has the whole day, or it would be overdue again at once.
 */
export function onDay(task: Pick<Task, 'due' | 'dueAt'>, date: string, { now, zone }: Viewer): Due {
  const time = dueHere(task, zone)?.time ?? null;
  const here = wallClock(now, zone);
  const over = time !== null && date === here.date && time < here.time;
  const { timezone = zone, floating = false } = task.due ?? {};
  return { date, time: over ? null : time, timezone: floating ? timezone : zone, floating };
}
