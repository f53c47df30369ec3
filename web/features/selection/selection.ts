'use client';
import { useSyncExternalStore } from 'react';
import { newListeners } from '../../lib/listeners.ts';

// Which tasks are selected in the view that is open. Apart from React's state, so that one row more
// draws one row again and not the list.

const none: ReadonlySet<string> = new Set();
let selected: ReadonlySet<string> = none;
let anchor: string | null = null;
const { subscribe, tell } = newListeners();

export const selectedIds = (): ReadonlySet<string> => selected;

/** Where a range began that is being extended. */
export const selectionAnchor = (): string | null => anchor;

export function select(ids: Iterable<string>, from: string | null = anchor): void {
  const next = new Set(ids);
  selected = next.size === 0 ? none : next;
  anchor = next.size === 0 ? null : from;
  tell();
}

export function toggleSelected(id: string): void {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  select(next, id);
}

export const clearSelection = (): void => {
  if (selected.size > 0) select([]);
};

export const useSelectedIds = (): ReadonlySet<string> =>
  useSyncExternalStore(subscribe, selectedIds, () => none);

export const useIsSelected = (id: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => selected.has(id),
    () => false,
  );
