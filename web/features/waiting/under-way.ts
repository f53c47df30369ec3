import type { WaitingChange } from './waiting-change.ts';
import { forget, keep } from './waiting-store.ts';

/** What this tab has shown and not had answered, in the order in which it was made. */
const changes = new Map<string, WaitingChange>();

/** Begins to wait for an answer. */
export function begin(change: WaitingChange): void {
  changes.set(change.key, change);
  void keep(change);
}

/** The same change with what has been found out since, so that a second try says the same. */
export function amend(change: WaitingChange, found: Partial<WaitingChange>): void {
  Object.assign(change, found);
  void keep(change);
}

/** Answered: what was made upon it goes on from the version that came of it. */
export function answered(change: WaitingChange, version: number): void {
  changes.delete(change.key);
  void forget(change.key);
  for (const later of changes.values()) {
    if (later.id === change.id && later.version !== null && later.version === change.version)
      amend(later, { version });
  }
}

/** Nothing waits for it any more. */
export function drop({ key }: WaitingChange): void {
  changes.delete(key);
  void forget(key);
}

/** It was refused, and stays where it is kept: somebody typed something for it. */
export function setAside(change: WaitingChange): void {
  changes.delete(change.key);
  void keep(change);
}

export const underWay = (): readonly WaitingChange[] => [...changes.values()];

export const isUnderWay = (key: string): boolean => changes.has(key);
