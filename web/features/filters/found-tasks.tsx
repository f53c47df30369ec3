'use client';
import type { Task } from '@zerodo/domain/task';
import { useMemo } from 'react';
import { useWords } from '@/words/use-words.ts';
import { group } from '../tasks/grouping.ts';
import { TaskRows, TaskSection } from '../tasks/task-section.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { Conditions } from './conditions.ts';

type Props = { tasks: readonly Task[]; asked: Conditions };

/** By urgency, what is done at the end; where another order is asked for, or words are, in that order. */
export function FoundTasks({ tasks, asked }: Props) {
  const { tasks: words } = useWords();
  const { viewer } = useWorkspace();
  const { sort, q } = asked;
  const grouped = sort === 'due' || (!sort && !q);
  const [open, done] = useMemo(() => {
    const isDone = (task: Task) => task.status === 'completed';
    return [
      group(
        tasks.filter((task) => !isDone(task)),
        viewer,
      ),
      tasks.filter(isDone).toSorted(lastDone),
    ];
  }, [tasks, viewer]);
  if (!grouped) return <TaskRows tasks={sort === 'created' ? tasks.toSorted(newest) : tasks} />;
  return (
    <>
      {open.map(({ name, tasks: inside }) => (
        <TaskSection key={name} title={words.groups[name]} urgent={name === 'overdue'} tasks={inside} />
      ))}
      {done.length > 0 && <TaskSection title={words.groups.done} tasks={done} />}
    </>
  );
}

const newest = (one: Task, other: Task): number => other.createdAt.localeCompare(one.createdAt);
const lastDone = (one: Task, other: Task): number =>
  (other.completedAt ?? '').localeCompare(one.completedAt ?? '');
