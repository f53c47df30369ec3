import type { ExportedSeries, ExportedTask } from './exported.ts';
import { successorId } from './ids.ts';

/** The ids that the numbers of a document stand for. */
export type Placed = { series: Map<number, string>; tasks: Map<number, string> };

/**
 * Ids for a document's things, in its order. What came after an occurrence has the id that follows from
 * that one's, so that completing or reopening finds it as where the document comes from.
 */
export function importedIds(
  series: readonly Pick<ExportedSeries, 'id'>[],
  tasks: readonly Pick<ExportedTask, 'id' | 'follows' | 'series'>[],
  newId: () => string,
): Placed {
  const placed: Placed = { series: new Map(), tasks: new Map() };
  for (const { id } of series) placed.series.set(id, newId());
  const byNumber = new Map(tasks.map((task) => [task.id, task]));
  const followed = new Set<string>();
  // First those that follow nothing: an id in the order of the document is an id in the order of time.
  for (const { id, follows } of tasks) {
    if (follows === null || (typeof follows === 'number' && !byNumber.has(follows)))
      placed.tasks.set(id, newId());
  }
  for (const task of tasks) place(task);
  return placed;

  /** A chain as long as a series is old: walked back to where it is known, and forth again. */
  function place(last: (typeof tasks)[number]): void {
    const chain: (typeof last)[] = [];
    const seen = new Set<number>();
    for (let at: typeof last | undefined = last; at && !placed.tasks.has(at.id) && !seen.has(at.id); ) {
      chain.push(at);
      seen.add(at.id);
      at = typeof at.follows === 'number' ? byNumber.get(at.follows) : undefined;
    }
    for (const task of chain.reverse()) {
      const before =
        task.follows === 'series' ? placed.series.get(task.series ?? 0) : placed.tasks.get(task.follows ?? 0);
      const derived = before && successorId(before);
      // Only one can come after another; whatever else says so, or follows itself, is like any other.
      const id = derived && !followed.has(derived) ? derived : newId();
      followed.add(id);
      placed.tasks.set(task.id, id);
    }
  }
}
