'use client';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { ahead } from '@/lib/ahead.ts';
import { projectList } from '../projects/project-queries.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { depthsOf } from './grouping.ts';
import { TaskRow, type TaskRowProps } from './task-row.tsx';

const VirtualRows = lazy(ahead(() => import('./virtual-rows.tsx')));

/** More rows than this are drawn only where they can be seen. */
const many = 150;

type Props = {
  title: string;
  tasks: readonly Task[];
  /** Beside the title: how many, where that is not what is listed. */
  count?: string;
  detail?: string;
  urgent?: boolean;
  /** The day that the heading names, so that the rows need not. */
  day?: string;
  /** Draws each task; usually a TaskRow. */
  row?: ComponentType<TaskRowProps>;
  /** Parts are drawn below what they are part of. */
  nested?: boolean;
  /** Shut at first; a press on the heading opens it. */
  shut?: boolean;
  /** At the right of the heading. */
  actions?: ReactNode;
  /** Below the tasks: how to see more. */
  more?: ReactNode;
  onOpenChange?(open: boolean): void;
};

const heading = 'flex min-w-0 items-baseline gap-2 text-[0.8125rem] font-semibold tracking-wide';

/** A heading with its tasks. */
export function TaskSection(props: Props) {
  const { title, tasks, count, detail, urgent, day, nested, row, shut, actions, more, onOpenChange } = props;
  const [open, setOpen] = useState(!shut);
  const id = useId();
  const content = (
    <>
      <span className="truncate">{title}</span>
      {detail && <span className="font-medium text-muted">{detail}</span>}
      <span aria-hidden className="font-medium text-muted tabular-nums">
        {count ?? (tasks.length || '')}
      </span>
    </>
  );
  return (
    <section aria-labelledby={id} className="group/section mt-7 first:mt-0">
      <div className="mb-1 flex min-h-8 items-center justify-between gap-3 pr-1 pl-3">
        <h2 id={id} aria-label={title} className={clsx('min-w-0', urgent ? 'text-danger' : 'text-ink')}>
          {shut ? (
            <button
              type="button"
              aria-expanded={open}
              onClick={() => {
                setOpen(!open);
                onOpenChange?.(!open);
              }}
              className={clsx(heading, '-ml-1 items-center rounded-md py-1 pr-2')}
            >
              <ChevronRight
                aria-hidden
                className={clsx('size-4 text-muted transition-transform', open && 'rotate-90')}
              />
              {content}
            </button>
          ) : (
            <span className={heading}>{content}</span>
          )}
        </h2>
        {actions}
      </div>
      {open && (
        <>
          <TaskRows tasks={tasks} {...(day && { day })} {...(nested && { nested })} {...(row && { row })} />
          {more}
        </>
      )}
    </section>
  );
}

type RowsProps = Pick<Props, 'tasks' | 'day' | 'nested' | 'row'>;

/** Tasks one below the other, each with its project where the view does not say it. */
export function TaskRows({ tasks, day, nested, row: Row = TaskRow }: RowsProps) {
  const { viewer, place, openId, openTask, toggle } = useWorkspace();
  const { data: projects } = useQuery({ ...projectList, enabled: false });
  const named = place.view !== 'project' && place.view !== 'inbox';
  const projectOf = (task: Task) =>
    named ? projects?.items.find(({ id, isInbox }) => id === task.projectId && !isInbox)?.name : undefined;
  const depths = nested ? depthsOf(tasks) : undefined;
  if (tasks.length === 0) return null;
  const draw = (task: Task, index?: number, measure?: TaskRowProps['measure']) => (
    <Row
      key={task.id}
      task={task}
      viewer={viewer}
      day={day}
      project={projectOf(task)}
      depth={depths?.get(task.id) ?? 0}
      open={task.id === openId}
      onToggle={toggle}
      onOpen={openTask}
      {...(measure && { index, measure })}
    />
  );
  const list = (some: readonly Task[]) => (
    <ul className="flex flex-col gap-px">{some.map((task) => draw(task))}</ul>
  );
  if (tasks.length <= many) return list(tasks);
  return (
    <Suspense fallback={list(tasks.slice(0, many))}>
      <VirtualRows tasks={tasks} row={draw} />
    </Suspense>
  );
}
