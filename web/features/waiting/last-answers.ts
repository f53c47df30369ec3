import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { isPageEnded } from '../../lib/whose-page.ts';

type Answer = { key: QueryKey; data: unknown; at: number };

let store: UseStore | undefined;
const answers = (): UseStore => {
  store ??= createStore('zerodo-answers', 'people');
  return store;
};

/** What a person has looked at most recently is worth keeping, not all that they ever did. */
const most = 60;

/** Keeps what has been read of lists, so that it can be looked at without a connection. */
async function keepAnswers(client: QueryClient, person: string): Promise<void> {
  const kept: Answer[] = client
    .getQueryCache()
    .findAll({ predicate: ({ queryKey, state }) => queryKey[0] !== 'quick-add' && state.data !== undefined })
    .map(({ queryKey, state }) => ({ key: queryKey, data: state.data, at: state.dataUpdatedAt }))
    .sort((one, other) => other.at - one.at)
    .slice(0, most);
  await set(person, kept, answers());
}

async function keptAnswers(person: string): Promise<Answer[]> {
  try {
    return (await get<Answer[]>(person, answers())) ?? [];
  } catch {
    return [];
  }
}

/** Shows what was read last, where there is no connection to read it again. */
export async function showAnswers(client: QueryClient, person: string): Promise<void> {
  for (const { key, data, at } of await keptAnswers(person)) {
    if (client.getQueryData(key) === undefined) client.setQueryData(key, data, { updatedAt: at });
  }
}

/** Keeps them when the connection goes, and when the page is left: not while somebody works. */
export function keepLastAnswers(client: QueryClient, person: string): () => void {
  const keep = () => {
    if (isPageEnded()) return;
    if (document.visibilityState === 'hidden' || !navigator.onLine)
      void keepAnswers(client, person).catch(() => undefined);
  };
  window.addEventListener('offline', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    window.removeEventListener('offline', keep);
    document.removeEventListener('visibilitychange', keep);
  };
}

/** What a person has read is not for the next one. */
export async function forgetAnswers(person: string): Promise<void> {
  try {
    await del(person, answers());
  } catch {
    // Storage that is forbidden keeps nothing.
  }
}
