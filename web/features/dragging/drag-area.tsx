'use client';
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
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
      collisionDetection={pointerWithin}
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
