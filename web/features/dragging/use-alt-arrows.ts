'use client';
import { type KeyboardEvent, useCallback } from 'react';
import { rowButton } from '../shortcuts/row-focus.ts';

export type Arrow = 'left' | 'right' | 'up' | 'down';

const arrows: Record<string, Arrow> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Frames after which a moved task is drawn at its new place, at the latest. */
const patience = 40;

/** The focus goes with the task that was moved, which is drawn anew elsewhere, unless it went elsewhere. */
function follow(id: string): void {
  let frames = 0;
  const look = () => {
    const { activeElement: focused } = document;
    const button = rowButton(id);
    if (focused === document.body) {
      button?.focus();
      button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (focused !== button) return;
    if (++frames < patience) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

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
      follow(id);
    },
    [move],
  );
}
