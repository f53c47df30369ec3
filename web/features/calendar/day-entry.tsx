'use client';
import type { Coming } from '@zerodo/domain/series-queries';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { dueHere } from '../tasks/due.ts';
import { ComingTask } from './coming-task.tsx';
import { DayTask } from './day-task.tsx';

/** What stands on a day: a task, or an occurrence that is none yet. */
export type Entry = Task | Coming;

export const keyOf = (entry: Entry): string =>
  'id' in entry ? entry.id : `${entry.seriesId} ${entry.dueAt}`;

/** Of a day whose tasks are in order: whole days first, then by the clock. */
export function entriesOf(
  tasks: readonly Task[] = [],
  coming: readonly Coming[] = [],
  zone: string,
): Entry[] {
  const time = (entry: Entry) => dueHere(entry, zone)?.time ?? '';
  return [...tasks, ...coming].toSorted((one, other) => time(one).localeCompare(time(other)));
}

export function DayEntry({ entry, className }: { entry: Entry; className?: string }) {
  if ('id' in entry) return <DayTask task={entry} {...(className && { className })} />;
  return <ComingTask coming={entry} className={clsx('w-full', className)} />;
}
