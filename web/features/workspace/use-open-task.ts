'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** This view's address with the panel of one task, or without. */
function address(id: string | null): string {
  const { pathname, search } = window.location;
  const asked = new URLSearchParams(search);
  if (id) asked.set('task', id);
  else asked.delete('task');
  return asked.size > 0 ? `${pathname}?${asked}` : pathname;
}

/**
 * Which task's panel is open, kept in the address: a reload shows it again, a link leads to it and
 * the back gesture of a phone closes it.
 */
export function useOpenTask() {
  const openId = useSearchParams().get('task');

  const openTask = useCallback((id: string) => {
    const replaces = new URLSearchParams(window.location.search).has('task');
    if (replaces) window.history.replaceState(null, '', address(id));
    else window.history.pushState({ openedHere: true }, '', address(id));
  }, []);

  const closeTask = useCallback(() => {
    if (!new URLSearchParams(window.location.search).has('task')) return;
    window.history.replaceState(null, '', address(null));
  }, []);

  return { openId, openTask, closeTask };
}
