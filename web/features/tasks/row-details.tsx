import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { dueHere, urgency } from './due.ts';

type Props = { task: Task; viewer: Viewer; day: string | undefined; project: string | undefined };

const dueColour = {
  overdue: 'text-danger',
  today: 'text-date',
  upcoming: 'text-muted',
  none: 'text-muted',
};

/** Small and beside the title: labels, project, rule, when. */
export function RowDetails({ task, viewer, day, project }: Props) {
  const words = useWords();
  const due = dueHere(task, viewer.zone);
  const done = task.status === 'completed';
  const known = due !== null && due.date === day;
  return (
    <span className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] leading-5 text-muted">
      {task.labels.map((label) => (
        <span key={label} className="max-w-40 truncate text-tag">
          {label}
        </span>
      ))}
      {project && <span className="max-w-40 truncate">{project}</span>}
      {task.recurrence && (
        <Repeat
          role="img"
          aria-label={words.tasks.repeats(task.recurrence.text)}
          className="size-3.5 text-repeat"
        />
      )}
      {due && (!known || due.time) && (
        <time
          dateTime={due.time ? `${due.date}T${due.time}` : due.date}
          className={clsx('tabular-nums', done ? 'text-muted' : dueColour[urgency(due, viewer)])}
        >
          {known ? due.time : momentInWords(due, wallClock(viewer.now, viewer.zone).date, words)}
        </time>
      )}
    </span>
  );
}
