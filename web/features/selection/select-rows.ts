import { focusedTask, moveFocus, shownTasks } from '../shortcuts/row-focus.ts';
import { between } from './range.ts';
import { select, selectedIds, selectionAnchor, toggleSelected } from './selection.ts';

export const toggleRow = toggleSelected;

/** Everything from where the selection began to `id`. */
export function selectTo(id: string): void {
  const from = selectionAnchor() ?? focusedTask() ?? id;
  select([...selectedIds(), ...between(shownTasks(), from, id)], from);
}

/** The focus goes one row on and takes the selection with it. */
export function extendSelection(by: 1 | -1): void {
  const from = focusedTask();
  moveFocus(by);
  const to = focusedTask();
  if (!from || !to) return;
  const anchor = selectionAnchor() ?? from;
  // Only the range: going back towards where it began takes rows out again.
  select(between(shownTasks(), anchor, to), anchor);
}
