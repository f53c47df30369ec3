// Text that is being typed, per person and field. The tab's own storage outlives a reload and a crash; what a
// tab that closes leaves behind lies in the browser's until the next one takes it up.

import { isPageEnded } from '../../lib/whose-page.ts';

const prefix = (person: string): string => `zerodo-draft ${person} `;

const stores = (): Storage[] => {
  try {
    return [sessionStorage, localStorage];
  } catch {
    // Blocked: the text lives as long as its field.
    return [];
  }
};

/** Storage that is full or blocked refuses one by one. */
function tried<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** Keeps a text; an empty one is forgotten. */
export function keepDraft(person: string, field: string, text: string): void {
  if (isPageEnded()) return;
  const [own] = stores();
  const key = prefix(person) + field;
  tried(() => (text === '' ? own?.removeItem(key) : own?.setItem(key, text)), undefined);
}

/** What was typed there and not sent; of a tab that has closed it is taken once. */
export function takeDraft(person: string, field: string): string | null {
  const [own, left] = stores();
  const key = prefix(person) + field;
  return tried(() => {
    const [mine, theirs] = [own?.getItem(key) ?? null, left?.getItem(key) ?? null];
    if (mine === null || mine === theirs) left?.removeItem(key);
    if (mine === null && theirs !== null) own?.setItem(key, theirs);
    return mine ?? theirs;
  }, null);
}

/** As a tab goes: what it held is there for the next one. After a reload it takes its own. */
export function leaveDrafts(person: string): void {
  if (isPageEnded()) return;
  const [own, left] = stores();
  tried(() => {
    for (const key of Object.keys(own ?? {})) {
      if (key.startsWith(prefix(person))) left?.setItem(key, own!.getItem(key)!);
    }
  }, undefined);
}

/** When somebody signs out nothing that was typed stays. */
export function eraseDrafts(person: string): void {
  for (const store of stores()) {
    tried(() => {
      for (const key of Object.keys(store)) if (key.startsWith(prefix(person))) store.removeItem(key);
    }, undefined);
  }
}
