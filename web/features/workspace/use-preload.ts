'use client';
import { useEffect } from 'react';

const later = 1500;

const parts: (() => Promise<unknown>)[] = [
  () => import('@/components/ui/toaster.tsx'),
  () => import('../quick-add/chip-list.tsx'),
  () => import('../task/task-panel.tsx'),
  () => import('../selection/bulk-bar.tsx'),
  () => import('../shortcuts/shortcut-list.tsx'),
  () => import('../notifications/inbox-popover.tsx'),
  () => import('../session/account-menu.tsx'),
  () => import('../navigation/drawer.tsx'),
  () => import('../palette/palette.tsx'),
  () => import('../waiting/refused-window.tsx'),
  () => import('../session/sign-in-again.tsx'),
  () => import('../session/leave-window.tsx'),
  () => import('../task/markdown.tsx'),
  () => import('../tasks/virtual-rows.tsx'),
  () => import('../rules/rule-editor.tsx'),
  () => import('../board/board.tsx'),
  () => import('../quick-add/quick-add-window.tsx'),
  () => import('../views/today-view.tsx'),
  () => import('../views/inbox-view.tsx'),
  () => import('../views/upcoming-view.tsx'),
  () => import('../views/calendar-view.tsx'),
  () => import('../views/notifications-view.tsx'),
  () => import('../views/project-view.tsx'),
  () => import('../views/label-view.tsx'),
  () => import('../views/filter-view.tsx'),
  () => import('../views/search-view.tsx'),
  () => import('../views/completed-view.tsx'),
  () => import('../views/recurring-view.tsx'),
  () => import('../views/statistics-view.tsx'),
];

/**
 * What opens at a press is fetched before it is asked for, once the page has settled: it then opens
 * at once, and also when the network has gone. One after the other, so that a key pressed meanwhile is
 * heard between two of them.
 */
export function usePreload(): void {
  useEffect(() => {
    let left = false;
    const load = async () => {
      for (const part of parts) {
        if (left) return;
        // What did not come now is asked for again when it is opened.
        await part().catch(() => undefined);
      }
    };
    const timer = setTimeout(load, later);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
}
