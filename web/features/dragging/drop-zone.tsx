'use client';
import { useDroppable } from '@dnd-kit/core';
import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'div'> & {
  /** What onDrop of the area is told. */
  zone: string;
  /** How it looks with a task above it. */
  over?: string;
};

/** Where a task can be let go. */
export function DropZone({ zone, over = 'bg-accent-soft', className, ...props }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: zone });
  return (
    <div
      ref={setNodeRef}
      data-over={isOver || undefined}
      className={clsx(className, isOver && over)}
      {...props}
    />
  );
}
