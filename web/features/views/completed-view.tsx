'use client';
import { CircleCheckBig } from 'lucide-react';
import { useMemo } from 'react';
import { dateInWords, wallClock } from '@/lib/local-time.ts';
import { useViewWords } from '@/words/use-view-words.ts';
import { useWords } from '@/words/use-words.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskSection } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';

/** What was done, by the day on which it was done, newest first. */
export default function CompletedView() {
  const words = useWords();
  const said = useViewWords();
  const { viewer } = useWorkspace();
  const done = useTaskList(questions.completed());
  const { date: today } = wallClock(viewer.now, viewer.zone);
  const days = useMemo(() => {
    const sorted = done.tasks.toSorted((one, other) =>
      (other.completedAt ?? '').localeCompare(one.completedAt ?? ''),
    );
    return [
      ...Map.groupBy(sorted, ({ completedAt }) => wallClock(completedAt ?? viewer.now, viewer.zone).date),
    ];
  }, [done.tasks, viewer]);
  return (
    <Listing lists={[done]}>
      {days.length === 0 && (
        <Empty icon={CircleCheckBig} title={said.completedTitle} words={said.completed} />
      )}
      {days.map(([day, tasks]) => (
        <TaskSection key={day} title={dateInWords(day, today, words)} day={day} tasks={tasks} />
      ))}
      <More list={done} label={words.tasks.showOlder} />
    </Listing>
  );
}
