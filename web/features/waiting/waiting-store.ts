import { createStore, del, delMany, entries, set, type UseStore } from 'idb-keyval';
import { isPageEnded } from '../../lib/whose-page.ts';
import { setKeeping } from './keeping.ts';
import type { WaitingChange } from './waiting-change.ts';

let store: UseStore | undefined;
const changes = (): UseStore => {
  store ??= createStore('zerodo-waiting', 'changes');
  return store;
};

/** Storage may be full, forbidden or broken: the page works without, and says so. */
async function tried<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    const done = await work();
    setKeeping(true);
    return done;
  } catch {
    setKeeping(false);
    return otherwise;
  }
}

export async function keep(change: WaitingChange): Promise<void> {
  if (!isPageEnded()) await tried(() => set(change.key, change, changes()), undefined);
}

export const forget = (key: string): Promise<void> => tried(() => del(key, changes()), undefined);

/** What waits of one person, in the order in which it was made. */
export async function keptOf(person: string): Promise<WaitingChange[]> {
  const all = await tried(() => entries<string, WaitingChange>(changes()), []);
  return all
    .map(([, change]) => change)
    .filter((change) => change.person === person)
    .sort((one, other) => one.at - other.at);
}

/** When somebody signs out nothing of theirs stays. */
export async function eraseOf(person: string): Promise<void> {
  const own = await keptOf(person);
  await tried(
    () =>
      delMany(
        own.map(({ key }) => key),
        changes(),
      ),
    undefined,
  );
}
