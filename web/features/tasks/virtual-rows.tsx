'use client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Task } from '@zerodo/domain/task';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { keepOrder } from '../shortcuts/row-focus.ts';

/** Pixels of a row of one line, and below it. What is as high as assumed costs nothing when it is drawn. */
const usual = 44;
const gap = 1;
/** So many beyond the window, that keys can go on to. */
const beyond = 15;
const estimateSize = () => usual;
/** A window for the server, which has none. */
const assumed = { width: 1280, height: 1400 };

type Props = {
  tasks: readonly Task[];
  row(task: Task, index: number, measure: (element: HTMLElement | null) => void): ReactNode;
};

/** Of thousands of rows those that can be seen; the others are the space that they take. */
export default function VirtualRows({ tasks, row }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const ids = useMemo(() => tasks.map(({ id }) => id), [tasks]);
  // Another function would be another list to it: all rows would be placed anew in every frame.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const rows = useWindowVirtualizer({
    count: tasks.length,
    estimateSize,
    getItemKey,
    gap,
    overscan: beyond,
    scrollMargin: margin,
    initialRect: assumed,
    // As the server has it: where the page is scrolled to is looked at after that.
    initialOffset: 0,
  });

  useLayoutEffect(() => {
    if (list.current) keepOrder(list.current, ids);
  }, [ids]);

  // Asked only when something has moved: in every frame of scrolling it would have the page laid out once more.
  useLayoutEffect(() => {
    const look = () => {
      if (list.current) setMargin(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);

  const shown = rows.getVirtualItems();
  const before = (shown[0]?.start ?? margin) - margin;
  const after = Math.max(rows.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin), 0);
  return (
    <ul ref={list} data-virtual className="flex flex-col gap-px">
      <Space height={before} />
      {shown.map(({ index }) => {
        const task = tasks[index];
        return task && row(task, index, rows.measureElement);
      })}
      <Space height={after} />
    </ul>
  );
}

/** The room of the rows that are not drawn. A drawing's height: our policy forbids styles in HTML. */
const Space = ({ height }: { height: number }) => (
  <li aria-hidden>
    <svg width="1" height={height} aria-hidden="true" className="block" />
  </li>
);
