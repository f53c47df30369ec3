import { successorId } from './ids.ts';

type Ordered = { id: string; createdAt: Date; seriesId: string | null };

/** A task, and what its id follows from: another task, or its series. */
export type InOrder<T> = { task: T; follows: string | 'series' | null };

/**
 * Tasks in the order in which they came to be, the same after an import of what was exported: by their
 * time, then by their ids, which are in the order of time themselves. The id of an occurrence is not, as
 * it follows from the one before; such stand as the first of their chain does, each after its own, and a
 * first that follows from its series stands as that does among `seriesIds`.
 */
export function inOrder<T extends Ordered>(tasks: readonly T[], seriesIds: readonly string[]): InOrder<T>[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const previous = new Map<string, T>();
  const firstOf = new Map(seriesIds.map((id, place) => [successorId(id), place]));
  for (const task of tasks) {
    if (!task.seriesId) continue;
    const next = byId.get(successorId(task.id));
    if (next) previous.set(next.id, task);
  }
  const places = new Map<string, { root: T; depth: number }>();
  const placeOf = (task: T): { root: T; depth: number } => {
    const chain = [task];
    for (let at = previous.get(task.id); at && !places.has(at.id); at = previous.get(at.id)) chain.push(at);
    const oldest = chain.at(-1)!;
    const above = previous.get(oldest.id);
    let place = above ? places.get(above.id)! : { root: oldest, depth: -1 };
    for (const one of chain.reverse()) {
      place = { root: place.root, depth: place.depth + 1 };
      places.set(one.id, place);
    }
    return place;
  };
  const before = (one: T, other: T): number => {
    const [first = seriesIds.length, second = seriesIds.length] = [
      firstOf.get(one.id),
      firstOf.get(other.id),
    ];
    return (
      one.createdAt.getTime() - other.createdAt.getTime() || first - second || (one.id < other.id ? -1 : 1)
    );
  };
  return tasks
    .map((task) => ({ task, ...(places.get(task.id) ?? placeOf(task)) }))
    .toSorted(
      (one, other) =>
        one.task.createdAt.getTime() - other.task.createdAt.getTime() ||
        (one.root === other.root ? one.depth - other.depth : before(one.root, other.root)),
    )
    .map(({ task }) => ({
      task,
      follows: previous.get(task.id)?.id ?? (firstOf.has(task.id) ? 'series' : null),
    }));
}
