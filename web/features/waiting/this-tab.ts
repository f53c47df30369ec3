import { newId } from '../../lib/new-id.ts';

/** This page load. */
export const thisTab = newId();

const nameOf = (tab: string): string => `zerodo-tab-${tab}`;

/** Shows the other tabs that this one lives, until it goes; the browser lets go of the lock by itself. */
export function claimThisTab(): void {
  if (!('locks' in navigator)) return;
  navigator.locks.request(nameOf(thisTab), () => new Promise<void>(() => {})).catch(() => undefined);
}

const awaited = new Set<string>();

/**
 * Does `take` once the tab is gone, in one tab at a time. Without locks, on plain http, at once: the
 * server does what comes from two tabs once.
 */
export function whenGone(tab: string, take: () => Promise<void>): void {
  if (tab === thisTab || awaited.has(tab)) return;
  awaited.add(tab);
  const taken = 'locks' in navigator ? navigator.locks.request(nameOf(tab), take) : take();
  void Promise.resolve(taken)
    .catch(() => undefined)
    .finally(() => awaited.delete(tab));
}
