import 'server-only';
import type { QueryKey } from '@tanstack/react-query';
import type { TaskPage } from '@zerodo/domain/queries';
import { cookies } from 'next/headers';
import { onePage } from '../features/tasks/task-cache.ts';
import { listOf } from '../features/tasks/task-queries.ts';
import { pathOf, type TaskQuestion } from '../features/tasks/task-question.ts';
import type { FirstPaint } from '../features/workspace/first-paint.ts';
import { zoneOf } from './assumed-zone.ts';
import { read } from './server-api.ts';

/** Nothing where it could not be read: then the browser asks. */
export const reading = async <T>(key: QueryKey, path: string, shape: (answer: T) => unknown = (it) => it) =>
  read<T>(path).then(
    (answer): FirstPaint => [{ key, data: shape(answer) }],
    (): FirstPaint => [],
  );

/** Reads lists for a view's first paint. `ask` is told the zone that the browser is assumed to be in. */
export async function firstLists(ask: (zone: string) => TaskQuestion[]): Promise<FirstPaint> {
  const zone = zoneOf(await cookies());
  const found = await Promise.all(
    ask(zone).map((question) => reading<TaskPage>(listOf(question).queryKey, pathOf(question), onePage)),
  );
  return found.flat();
}
