'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { useCallback, useRef } from 'react';
import { focusedTask, moveFocus, passFocusOn } from '../shortcuts/row-focus.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { knownTask } from '../tasks/task-queries.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';

type Props = {
  actions: TaskActions;
  onNew(): void;
  onInbox(): void;
  onShortcuts(): void;
  onEscape(): void;
};

/** The page's keys; answers with how a row is completed, so that key and click do the same. */
export function useWorkspaceKeys({ actions, onNew, onInbox, onShortcuts, onEscape }: Props) {
  const client = useQueryClient();
  const lastDone = useRef<string | null>(null);

  const toggle = useCallback(
    (task: Task) => {
      if (task.status === 'open') lastDone.current = task.id;
      passFocusOn(task.id);
      void actions.toggle(task);
    },
    [actions],
  );

  useShortcuts((key, event) => {
    const { target } = event;
    const focused = focusedTask();
    const inList = focused !== null || target === document.body;
    switch (key) {
      case 'q':
        onNew();
        return true;
      case 'j':
      case 'k':
        moveFocus(key === 'j' ? 1 : -1);
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        if (inList) moveFocus(key === 'ArrowDown' ? 1 : -1);
        return inList;
      case 'x':
      case ' ': {
        const task = focused && knownTask(client, focused);
        if (!task) return false;
        // A focused button would be pressed as well when the key comes up again.
        if (key === ' ') target?.addEventListener('keyup', (up) => up.preventDefault(), { once: true });
        toggle(task);
        return true;
      }
      case 'u':
        if (lastDone.current) actions.undo(lastDone.current);
        return true;
      case 'n':
        onInbox();
        return true;
      case '?':
        onShortcuts();
        return true;
      case 'Escape':
        onEscape();
        return true;
      default:
        return false;
    }
  });

  return toggle;
}
