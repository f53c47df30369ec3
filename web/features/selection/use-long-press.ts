'use client';
import { type PointerEvent, useRef } from 'react';

const held = 450;

/** How a finger selects: it stays on the row for a moment. A finger that moves is scrolling. */
export function useLongPress(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasHeld = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  return {
    handlers: {
      onPointerDown: ({ pointerType }: PointerEvent) => {
        wasHeld.current = false;
        if (pointerType !== 'touch') return;
        timer.current = setTimeout(() => {
          wasHeld.current = true;
          onHold();
        }, held);
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
      onPointerLeave: cancel,
    },
    /** Whether the click that follows belongs to a press that has had its effect. */
    swallows: () => wasHeld.current,
  };
}
