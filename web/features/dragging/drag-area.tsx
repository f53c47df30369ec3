'use client';
import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useState } from 'react';

type Props = { onDrop(taskId: string, zone: string): void; children: ReactNode };

/** What happens is said by the message with its way back; a second voice would only repeat it. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/**
 * The zone that is seen under the pointer. What the library measured when the drag began is wrong for a zone that
 * stays where it is while the rest scrolls, and knows nothing of what lies above what.
 */
const zoneUnderPointer: CollisionDetection = ({ pointerCoordinates, droppableContainers }) => {
  if (!pointerCoordinates) return [];
  const zones = new Map<Element | null, string | number>(
    droppableContainers.map(({ node, id }) => [node.current, id]),
  );
  for (const element of document.elementsFromPoint(pointerCoordinates.x, pointerCoordinates.y)) {
    const id = zones.get(element);
    if (id !== undefined) return [{ id }];
  }
  return [];
};

/** Nearer to the edge than this part of the height or width, what is held scrolls. */
const autoScroll = { threshold: { x: 0.1, y: 0.1 } };

/**
 * Tasks in here are moved by mouse or, held for a moment, by finger. By keyboard they are moved with
 * Alt and arrows (use-alt-arrows.ts), which needs no picking up.
 */
export function DragArea({ onDrop, children }: Props) {
  const [title, setTitle] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 300, tolerance: 8 } }),
  );
  const end = ({ active, over }: DragEndEvent) => {
    setTitle(null);
    if (over) onDrop(String(active.id), String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      autoScroll={autoScroll}
      collisionDetection={zoneUnderPointer}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => setTitle(String(active.data.current?.title ?? ''))}
      onDragEnd={end}
      onDragCancel={() => setTitle(null)}
    >
      {children}
      <DragOverlay dropAnimation={null} zIndex={45}>
        {title !== null && (
          <div className="max-w-72 cursor-grabbing truncate rounded-lg border border-accent bg-surface px-3 py-2 text-sm shadow-raised">
            {title}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
