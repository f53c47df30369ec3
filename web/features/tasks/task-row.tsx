'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { type MouseEvent, memo } from 'react';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import type { Viewer } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import type { Drag } from '../dragging/use-drag.ts';
import { selectTo, toggleRow } from '../selection/select-rows.ts';
import { selectedIds, useIsSelected } from '../selection/selection.ts';
import { useLongPress } from '../selection/use-long-press.ts';
import { RowDetails } from './row-details.tsx';

export type TaskRowProps = {
  task: Task;
  /** `now` as exact as the row needs it: the minute. */
  viewer: Viewer;
  /** What the heading above says already. */
  day: string | undefined;
  project: string | undefined;
  /** How deep it stands below what it is a part of. */
  depth: number;
  open: boolean;
  /** Where it stands in a list that draws only what can be seen, and how that learns how high it is. */
  index?: number | undefined;
  measure?: (element: HTMLElement | null) => void;
  /** How it is moved elsewhere, where it can be. */
  drag?: Drag;
  onToggle(task: Task): void;
  onOpen(id: string): void;
};

const indents = ['', 'ml-7', 'ml-14', 'ml-21'];

/** One task in a list. `data-task` is where the keyboard finds it. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, viewer, day, project, depth, open, index, measure, drag, onToggle, onOpen } = props;
  const words = useWords();
  const selected = useIsSelected(task.id);
  const done = task.status === 'completed';

  const press = useLongPress(() => toggleRow(task.id));
  const onClick = (event: MouseEvent) => {
    if (press.swallows()) return;
    const touched = (event.nativeEvent as PointerEvent).pointerType === 'touch';
    if (touched && selectedIds().size > 0) toggleRow(task.id);
    else if (event.shiftKey) selectTo(task.id);
    else if (event.ctrlKey || event.metaKey) toggleRow(task.id);
    else onOpen(task.id);
  };

  return (
    <li
      ref={drag?.ref ?? measure}
      data-index={index}
      data-task={task.id}
      {...drag?.handlers}
      className={clsx(
        'group/row flex animate-appear items-start rounded-xl pr-3 transition-colors',
        // A list that draws only what can be seen measures its rows, and would measure the guess.
        index === undefined && '[content-visibility:auto] [contain-intrinsic-size:auto_3rem]',
        'has-[[data-open-task]:focus-visible]:outline-2 has-[[data-open-task]:focus-visible]:outline-accent',
        '-outline-offset-2',
        selected ? 'bg-accent-soft' : 'hover:bg-surface focus-within:bg-surface',
        indents[Math.min(depth, 3)],
        drag?.dragged && 'opacity-40',
        open && 'bg-surface shadow-[inset_0_0_0_1px_var(--line)]',
      )}
    >
      <CheckCircle
        checked={done}
        priority={task.priority}
        label={done ? words.tasks.reopen(task.title) : words.tasks.complete(task.title)}
        onClick={() => onToggle(task)}
        className="mt-0.5 ml-0.5"
      />
      <button
        type="button"
        data-open-task
        aria-haspopup="dialog"
        onClick={onClick}
        {...press.handlers}
        className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-lg py-2.5 pl-1.5 text-left outline-none pointer-coarse:select-none"
      >
        <span
          className={clsx(
            'min-w-0 flex-[1_1_auto] text-[0.9375rem] leading-6 [overflow-wrap:anywhere]',
            done && 'text-muted line-through decoration-1',
          )}
        >
          {task.title}
        </span>
        <RowDetails task={task} viewer={viewer} day={day} project={project} />
        {selected && <span className="sr-only">{words.tasks.selected}</span>}
      </button>
    </li>
  );
});
