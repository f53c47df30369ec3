'use client';
import { type KeyboardEvent, useCallback } from 'react';
import { followFocus } from '../shortcuts/row-focus.ts';

export type Arrow = 'left' | 'right' | 'up' | 'down';

const arrows: Record<string, Arrow> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Alt and an arrow move the task that has the focus; true from `move` when it was for it. */
export function useAltArrows(move: (taskId: string, arrow: Arrow) => boolean) {
  return useCallback(
    (event: KeyboardEvent) => {
      const arrow = arrows[event.key];
      if (!arrow || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task]') : null;
      const id = row?.dataset.task;
      if (!id || !move(id, arrow)) return;
      event.preventDefault();
      followFocus(id);
    },
    [move],
  );
}
