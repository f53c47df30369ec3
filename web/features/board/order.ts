import type { Task } from '@zerodo/domain/task';

const apart = 1000;

/**
 * The position of a task that is put before the task at `index` of `others`, or after all of them;
 * undefined where there are no others.
 */
export function positionAt(others: readonly Pick<Task, 'position'>[], index: number): number | undefined {
  const before = others[index - 1]?.position;
  const after = others[index]?.position;
  if (before !== undefined && after !== undefined) return (before + after) / 2;
  if (before !== undefined) return before + apart;
  return after === undefined ? undefined : after - apart;
}
