'use client';
import { TaskRow, type TaskRowProps } from '../tasks/task-row.tsx';
import { useDrag } from './use-drag.ts';

/** A row that the mouse moves elsewhere; a finger holds it to select it, and moves it from the bar. */
export function MovableRow(props: TaskRowProps) {
  const { ref, handlers, dragged } = useDrag(props.task);
  const { onTouchStart: _held, ...byMouse } = handlers as { onTouchStart?: unknown };
  return <TaskRow {...props} drag={{ ref, handlers: byMouse, dragged }} />;
}
