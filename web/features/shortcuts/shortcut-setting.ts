'use client';
import { useSyncExternalStore } from 'react';

const name = 'zerodo-shortcuts';
const listeners = new Set<() => void>();

/** Kept in this browser: who speaks to one computer may type on another. */
export const areShortcutsOn = (): boolean => localStorage.getItem(name) !== 'off';

export function turnShortcuts(on: boolean): void {
  localStorage.setItem(name, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export const useShortcutsOn = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    areShortcutsOn,
    () => true,
  );
