'use client';
import { useDraggable } from '@dnd-kit/core';
import type { Task } from '@zerodo/domain/task';
import { useMemo } from 'react';

/** What makes an element draggable, beside its own ways to be pressed. */
export type Drag = {
  ref: (element: HTMLElement | null) => void;
  handlers: object;
  dragged: boolean;
};

/** Makes a task movable within a DragArea; `can` is false where the person may only look. */
export function useDrag({ id, title }: Pick<Task, 'id' | 'title'>, can = true): Drag {
  const data = useMemo(() => ({ title }), [title]);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data, disabled: !can });
  return useMemo(
    () => ({ ref: setNodeRef, handlers: listeners ?? {}, dragged: isDragging }),
    [setNodeRef, listeners, isDragging],
  );
}
