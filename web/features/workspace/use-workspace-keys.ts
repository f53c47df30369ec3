'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { useCallback, useEffect } from 'react';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { extendSelection, toggleRow } from '../selection/select-rows.ts';
import { clearSelection, select, selectedIds } from '../selection/selection.ts';
import { focusedTask, followFocus, moveFocus, passFocusOn } from '../shortcuts/row-focus.ts';
import { expectField } from '../shortcuts/type-ahead.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { undoLast } from '../tasks/last-change.ts';
import { knownTask } from '../tasks/task-queries.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { openWindow } from './windows.ts';

/** The menus of the bar for selected tasks. */
export type BulkMenu = 'day' | 'priority' | 'labels' | 'project';

type Props = {
  actions: TaskActions;
  onNew(): void;
  onInbox(): void;
  onSidebar(): void;
  onShortcuts(): void;
  onMenu(menu: BulkMenu): void;
  onEscape(): void;
};

const views: Record<string, string> = {
  'g t': pathTo.today,
  'g i': pathTo.inbox,
  'g u': pathTo.upcoming,
  'g k': pathTo.calendar,
  'g n': pathTo.notifications,
  'g c': pathTo.completed,
  'g r': pathTo.recurring,
  'g s': pathTo.statistics,
  '/': pathTo.search,
};

const menus: Record<string, BulkMenu> = { d: 'day', l: 'labels', p: 'project' };

/** For what is selected, else for the row that has the focus. */
export function openPalette(): void {
  const focused = focusedTask();
  const about = selectedIds().size > 0 ? [...selectedIds()] : focused ? [focused] : [];
  expectField();
  openWindow({ kind: 'palette', about });
}

/** The page's keys; answers with how a row is completed, so that key and click do the same. */
export function useWorkspaceKeys(props: Props) {
  const { actions, onNew, onInbox, onSidebar, onShortcuts, onMenu, onEscape } = props;
  const client = useQueryClient();

  const toggle = useCallback(
    (task: Task) => {
      passFocusOn(task.id);
      void actions.toggle(task);
    },
    [actions],
  );

  /** What is selected, else the row that has the focus. */
  const meant = (): Task[] => {
    const focused = focusedTask();
    const ids = selectedIds().size > 0 ? [...selectedIds()] : focused ? [focused] : [];
    return ids.flatMap((id) => knownTask(client, id) ?? []);
  };

  const complete = () => {
    const tasks = meant();
    const [alone] = tasks;
    if (alone && tasks.length === 1) toggle(alone);
    else if (alone) void actions.complete(...tasks.filter(({ status }) => status === 'open'));
    clearSelection();
    return tasks.length > 0;
  };

  /** The bar's menu speaks of what is selected, so what has the focus becomes that. */
  const openMenu = (menu: BulkMenu) => {
    const tasks = meant();
    if (tasks.length === 0) return false;
    select(
      tasks.map(({ id }) => id),
      focusedTask(),
    );
    onMenu(menu);
    return true;
  };

  const remove = () => {
    const tasks = meant();
    for (const { id } of tasks) passFocusOn(id);
    void actions.remove(...tasks);
    clearSelection();
    return tasks.length > 0;
  };

  useEffect(() => {
    // Also while somebody types: it is no letter.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      openPalette();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  useShortcuts((key, event) => {
    const { target } = event;
    const focused = focusedTask();
    const inList = focused !== null || target === document.body || target instanceof HTMLHeadingElement;
    const down = key === 'j' || key === 'ArrowDown' ? 1 : -1;
    if (key in views) {
      go(views[key] as string);
      return true;
    }
    if (key in menus) return openMenu(menus[key] as BulkMenu);
    switch (key) {
      case 'q':
        onNew();
        return true;
      case 'j':
      case 'k':
        moveFocus(down);
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.shiftKey && focused) extendSelection(down);
        else if (inList) moveFocus(down);
        return inList;
      case 'x':
        if (focused) toggleRow(focused);
        return focused !== null;
      case 'e':
        return complete();
      case ' ':
        if (!focused) return false;
        // A focused button would be pressed as well when the key comes up again.
        target?.addEventListener('keyup', (up) => up.preventDefault(), { once: true });
        return complete();
      case '1':
      case '2':
      case '3':
      case '4':
        // On a board its column is another one then.
        if (focused) followFocus(focused);
        void actions.edit(meant(), { priority: Number(key) });
        return true;
      case 'Delete':
      case 'Backspace':
        return remove();
      case 'u':
        // What goes back to where it was is drawn anew there.
        if (focused) followFocus(focused);
        undoLast();
        return true;
      case 'n':
        onInbox();
        return true;
      case 'm':
        onSidebar();
        return true;
      case '?':
        onShortcuts();
        return true;
      case 'Escape':
        if (selectedIds().size > 0) clearSelection();
        else onEscape();
        return true;
      default:
        return false;
    }
  });

  return toggle;
}
