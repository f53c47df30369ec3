'use client';
import { type RefObject, useEffect } from 'react';

const stops = (row: Element) => row.querySelectorAll<HTMLElement>('button');

const reach = (row: Element, reachable: boolean) => {
  for (const stop of stops(row)) stop.tabIndex = reachable ? 0 : -1;
};

/**
 * Of all rows Tab stops at one: the first, or the one that last had the focus. Arrow keys go from
 * row to row. Set on the elements themselves, so that a step draws no list again.
 */
export function useRoving(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = container.current;
    if (!within) return;
    let current: Element | null = null;

    const choose = (row: Element | null) => {
      if (row === current || !row) return;
      if (current) reach(current, false);
      current = row;
      reach(row, true);
    };
    const settle = () => {
      for (const row of within.querySelectorAll('[data-task]')) {
        if (row !== current) reach(row, false);
      }
      if (!current?.isConnected) choose(within.querySelector('[data-task]'));
    };
    const onFocus = ({ target }: FocusEvent) =>
      choose(target instanceof Element ? target.closest('[data-task]') : null);

    settle();
    const watcher = new MutationObserver(settle);
    watcher.observe(within, { childList: true, subtree: true });
    within.addEventListener('focusin', onFocus);
    return () => {
      watcher.disconnect();
      within.removeEventListener('focusin', onFocus);
    };
  }, [container]);
}
