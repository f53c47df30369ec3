import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  name: string;
  title: string;
  tasks: readonly Task[];
  count?: string;
  urgent?: boolean;
  /** Below the tasks: how to see more. */
  more?: ReactNode;
  row(task: Task): ReactNode;
};

/** A heading with its tasks. */
export function TaskSection({ name, title, tasks, count, urgent, more, row }: Props) {
  const heading = `group-${name}`;
  return (
    <section aria-labelledby={heading} className="mt-7 first:mt-0">
      <h2
        id={heading}
        className={clsx(
          'mb-1 flex items-baseline gap-2 px-3 text-[0.8125rem] font-semibold tracking-wide',
          urgent ? 'text-danger' : 'text-ink',
        )}
      >
        {title}
        <span className="font-medium text-muted tabular-nums">
          <span aria-hidden>{count ?? tasks.length}</span>
        </span>
      </h2>
      <ul className="flex flex-col gap-px">{tasks.map(row)}</ul>
      {more}
    </section>
  );
}
