'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { inWords } from '@/lib/api.ts';
import type { Viewer } from '@/lib/local-time.ts';
import { EmptyList } from './empty-list.tsx';
import { group } from './grouping.ts';
import { tasksIn } from './task-cache.ts';
import { TaskListSkeleton } from './task-list-skeleton.tsx';
import { listOf } from './task-queries.ts';
import { TaskRow } from './task-row.tsx';
import { TaskSection } from './task-section.tsx';

type Props = {
  viewer: Viewer;
  openId: string | null;
  onToggle(task: Task): void;
  onOpen(id: string): void;
  onExample(words: string): void;
};

const shownDone = 5;

/** Everything open in its groups, then what was done last. */
export function TaskList({ viewer, openId, onToggle, onOpen, onExample }: Props) {
  const open = useInfiniteQuery(listOf('open'));
  const completed = useInfiniteQuery(listOf('completed'));
  const [wholeDone, setWholeDone] = useState(false);

  const groups = useMemo(() => group(tasksIn(open.data), viewer), [open.data, viewer]);
  const done = useMemo(
    () =>
      tasksIn(completed.data).toSorted((one, other) =>
        (other.completedAt ?? '').localeCompare(one.completedAt ?? ''),
      ),
    [completed.data],
  );

  const retry = () => {
    void open.refetch();
    void completed.refetch();
  };

  const row = (task: Task) => (
    <TaskRow
      key={task.id}
      task={task}
      viewer={viewer}
      open={task.id === openId}
      onToggle={onToggle}
      onOpen={onOpen}
    />
  );

  if (!open.data || !completed.data) {
    const failed = open.error ?? completed.error ?? open.failureReason ?? completed.failureReason;
    return (
      <>
        {failed && <Trouble error={failed} onRetry={retry} />}
        <TaskListSkeleton />
      </>
    );
  }

  const total = tasksIn(open.data).length;
  return (
    <>
      {open.error && <Trouble error={open.error} onRetry={retry} />}
      {total === 0 && <EmptyList anyDone={done.length > 0} onExample={onExample} />}
      {groups.map(({ name, title, tasks }) => (
        <TaskSection
          key={name}
          name={name}
          title={title}
          tasks={tasks}
          urgent={name === 'overdue'}
          row={row}
        />
      ))}
      {open.hasNextPage && (
        <More busy={open.isFetchingNextPage} onMore={() => void open.fetchNextPage()}>
          Show more open tasks
        </More>
      )}
      {done.length > 0 && (
        <TaskSection
          name="done"
          title="Done"
          tasks={wholeDone ? done : done.slice(0, shownDone)}
          count={`${done.length}${completed.hasNextPage ? '+' : ''}`}
          row={row}
          more={
            wholeDone
              ? completed.hasNextPage && (
                  <More busy={completed.isFetchingNextPage} onMore={() => void completed.fetchNextPage()}>
                    Show older
                  </More>
                )
              : done.length > shownDone && (
                  <More busy={false} onMore={() => setWholeDone(true)}>
                    Show {done.length - shownDone} more
                  </More>
                )
          }
        />
      )}
    </>
  );
}

type MoreProps = { busy: boolean; onMore(): void; children: React.ReactNode };

function More({ busy, onMore, children }: MoreProps) {
  return (
    <Button size="small" disabled={busy} onClick={onMore} className="mt-2 ml-1">
      {busy ? 'Reading…' : children}
    </Button>
  );
}

function Trouble({ error, onRetry }: { error: Error; onRetry(): void }) {
  return (
    <div
      role="alert"
      className="mb-4 flex items-center gap-3 rounded-xl bg-danger-soft py-2 pr-2 pl-4 text-sm text-danger"
    >
      <p className="flex-1">Your tasks could not be read. {inWords(error)}</p>
      <Button size="small" variant="danger" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
