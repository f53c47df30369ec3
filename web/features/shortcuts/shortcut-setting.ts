'use client';
import { useSyncExternalStore } from 'react';
import { newListeners } from '../../lib/listeners.ts';

const name = 'zerodo-shortcuts';
const { subscribe, tell } = newListeners();

/** Kept in this browser: who speaks to one computer may type on another. */
export const areShortcutsOn = (): boolean => localStorage.getItem(name) !== 'off';

export function turnShortcuts(on: boolean): void {
  localStorage.setItem(name, on ? 'on' : 'off');
  tell();
}

export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areShortcutsOn, () => true);
