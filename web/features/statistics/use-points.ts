'use client';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';

type Asked = {
  count: number;
  /** Which mark is below a point of the drawing, in its pixels; undefined where none is. */
  markAt(x: number, y: number): number | undefined;
  /** What an arrow goes on by; up and down do nothing where it is one row. */
  steps?: { across: number; down?: number };
};

/**
 * One mark of a drawing is looked at: the one under the pointer, else the one that the arrow keys have
 * reached. The drawing is a slider over its marks to who cannot see it, so it is one stop of the Tab key.
 */
export function usePoints({ count, markAt, steps: { across, down = 0 } = { across: 1 } }: Asked) {
  const [reached, setReached] = useState(count - 1);
  const [hovered, setHovered] = useState<number>();
  const [focused, setFocused] = useState(false);
  const at = Math.max(0, Math.min(reached, count - 1));

  const keys: Record<string, number> = {
    ArrowLeft: at - across,
    ArrowRight: at + across,
    ArrowUp: at - down,
    ArrowDown: at + down,
    Home: 0,
    End: count - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keys[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The page's own keys move through lists.
    event.preventDefault();
    event.stopPropagation();
    setHovered(undefined);
    setReached(Math.max(0, Math.min(next, count - 1)));
  };
  const look = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const found = markAt(clientX - box.left, clientY - box.top);
    setHovered(found !== undefined && found >= 0 && found < count ? found : undefined);
  };

  return {
    at,
    /** What is told about, if anything is. */
    shown: hovered ?? (focused ? at : undefined),
    handlers: {
      onKeyDown,
      onPointerMove: look,
      onPointerDown: look,
      onPointerLeave: () => setHovered(undefined),
      onFocus: ({ currentTarget }: { currentTarget: Element }) =>
        setFocused(currentTarget.matches(':focus-visible')),
      onBlur: () => setFocused(false),
    },
  };
}
