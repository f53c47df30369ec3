'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { useDrag } from '../dragging/use-drag.ts';
import { toggleRow } from '../selection/select-rows.ts';
import { useIsSelected } from '../selection/selection.ts';
import { dueHere, urgency } from '../tasks/due.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

const edges: Record<number, string> = {
  1: 'border-l-danger',
  2: 'border-l-bell',
  3: 'border-l-tag',
  4: 'border-l-line-strong',
};

type Props = { task: Task; className?: string; clock?: boolean };

/** A task in a calendar: short, and movable. */
export function DayTask({ task, className, clock = true }: Props) {
  const words = useWords();
  const { viewer, openId, openTask } = useWorkspace();
  const { ref, handlers, dragged } = useDrag(task);
  const selected = useIsSelected(task.id);
  const due = dueHere(task, viewer.zone);
  const late = urgency(due, viewer) === 'overdue';
  return (
    <div
      ref={ref}
      data-task={task.id}
      {...handlers}
      className={clsx('min-w-0 touch-manipulation', dragged && 'opacity-40', className)}
    >
      <button
        type="button"
        data-open-task
        aria-haspopup="dialog"
        onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? toggleRow(task.id) : openTask(task.id))}
        className={clsx(
          'flex size-full min-w-0 items-baseline gap-1.5 rounded-md border border-line border-l-3 px-1.5 py-0.5 text-left text-[0.8125rem] leading-5',
          edges[task.priority],
          selected ? 'bg-accent-soft' : 'bg-surface hover:bg-sunken',
          task.id === openId && 'border-accent',
        )}
      >
        {clock && due?.time && (
          <time
            dateTime={`${due.date}T${due.time}`}
            className={clsx('shrink-0 tabular-nums', late ? 'text-danger' : 'text-muted')}
          >
            {due.time}
          </time>
        )}
        <span className={clsx('min-w-0 truncate', late && !due?.time && 'text-danger')}>{task.title}</span>
        {task.recurrence && (
          <Repeat
            role="img"
            aria-label={words.tasks.repeatsShort}
            className="size-3 shrink-0 self-center text-repeat"
          />
        )}
        {selected && <span className="sr-only">{words.tasks.selected}</span>}
      </button>
    </div>
  );
}
