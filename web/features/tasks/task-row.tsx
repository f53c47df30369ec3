'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { memo } from 'react';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import { momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { dueHere, urgency } from './due.ts';

type Props = {
  task: Task;
  /** `now` as exact as the row needs it: the minute. */
  viewer: Viewer;
  open: boolean;
  onToggle(task: Task): void;
  onOpen(id: string): void;
};

const dueColour = {
  overdue: 'text-danger',
  today: 'text-date',
  upcoming: 'text-muted',
  none: 'text-muted',
};

/** One task in a list. `data-task` is where the keyboard finds it. */
export const TaskRow = memo(function TaskRow({ task, viewer, open, onToggle, onOpen }: Props) {
  const done = task.status === 'completed';
  const due = dueHere(task, viewer.zone);
  const when = urgency(due, viewer);

  return (
    <li
      data-task={task.id}
      className={clsx(
        'group/row flex animate-appear items-start rounded-xl pr-3 transition-colors hover:bg-surface',
        'focus-within:bg-surface [content-visibility:auto] [contain-intrinsic-size:auto_3rem]',
        'has-[[data-open-task]:focus-visible]:outline-2 has-[[data-open-task]:focus-visible]:outline-accent',
        '-outline-offset-2',
        open && 'bg-surface shadow-[inset_0_0_0_1px_var(--line)]',
      )}
    >
      <CheckCircle
        checked={done}
        priority={task.priority}
        label={done ? `Reopen ${task.title}` : `Complete ${task.title}`}
        onClick={() => onToggle(task)}
        className="mt-0.5 ml-0.5"
      />
      <button
        type="button"
        data-open-task
        aria-haspopup="dialog"
        onClick={() => onOpen(task.id)}
        className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-lg py-2.5 pl-1.5 text-left outline-none"
      >
        <span
          className={clsx(
            'min-w-0 flex-[1_1_auto] text-[0.9375rem] leading-6 [overflow-wrap:anywhere]',
            done && 'text-muted line-through decoration-1',
          )}
        >
          {task.title}
        </span>
        <span className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] leading-5 text-muted">
          {task.labels.map((label) => (
            <span key={label} className="max-w-40 truncate text-tag">
              {label}
            </span>
          ))}
          {task.recurrence && (
            <Repeat
              role="img"
              aria-label={`repeats: ${task.recurrence.text}`}
              className="size-3.5 text-repeat"
            />
          )}
          {due && (
            <time
              dateTime={due.time ? `${due.date}T${due.time}` : due.date}
              className={clsx('tabular-nums', done ? 'text-muted' : dueColour[when])}
            >
              {/* Below the heading "Today" the day goes without saying. */}
              {when === 'today' && due.time
                ? due.time
                : momentInWords(due, wallClock(viewer.now, viewer.zone).date)}
            </time>
          )}
        </span>
      </button>
    </li>
  );
});
