type Part = { load: () => Promise<unknown>; always: boolean };

const marked: Part[] = [];

/** Everything that was marked, in the order in which it was; it grows while parts are loaded that have parts. */
export const parts: readonly Part[] = marked;

/**
 * Marks what opens at a press, so that it is fetched before (features/workspace/use-preload.ts): `always`
 * also for somebody who saves data. It stands around the loader itself and not in a list of its own, since each place
 * that imports a part may get other scripts of it.
 */
export function ahead<Load extends Part['load']>(load: Load, { always = false } = {}): Load {
  marked.push({ load, always });
  return load;
}
