'use client';
import { CalendarDays } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { addDays, dateInWords, dayAndMonth, daysBetween, monthInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { byDay } from '../tasks/grouping.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskSection } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { AddHere } from './add-here.tsx';
import { Empty } from './empty.tsx';

const week = 7;

/** Day by day from today on: the coming week whole, then every day that has something. */
export default function UpcomingView() {
  const words = useWords();
  const { viewer } = useWorkspace();
  const due = useTaskList(questions.today(viewer.zone));
  const ahead = useTaskList(questions.upcoming(viewer.zone));
  const { date: today } = wallClock(viewer.now, viewer.zone);

  const days = useMemo(() => {
    const found = byDay([...due.tasks, ...ahead.tasks], viewer);
    const coming = Array.from({ length: week }, (_, index) => addDays(today, index));
    const all = new Set([...coming, ...[...found.keys()].filter((day) => day > today)]);
    return [...all].toSorted().map((day) => ({ day, tasks: found.get(day) ?? [] }));
  }, [due.tasks, ahead.tasks, viewer, today]);
  const nothing = days.every(({ tasks }) => tasks.length === 0);

  return (
    <Listing lists={[due, ahead]}>
      {nothing && (
        <Empty
          icon={CalendarDays}
          title={words.tasks.empty.upcomingTitle}
          words={words.tasks.empty.upcoming}
        />
      )}
      {days.map(({ day, tasks }, index) => {
        const far = daysBetween(today, day) >= week;
        const before = days[index - 1]?.day ?? day;
        const month = far && (daysBetween(today, before) < week || before.slice(0, 7) !== day.slice(0, 7));
        return (
          <Fragment key={day}>
            {month && (
              <p className="mt-10 border-b border-line px-3 pb-2 text-lg font-semibold tracking-tight">
                {monthInWords(day, words)}
              </p>
            )}
            <TaskSection
              title={dateInWords(day, today, words)}
              {...(!far && { detail: dayAndMonth(day, today, words) })}
              day={day}
              tasks={tasks}
              count=""
              actions={<AddHere defaults={{ due: day }} place={dateInWords(day, today, words)} />}
            />
          </Fragment>
        );
      })}
      <More list={ahead} label={words.tasks.showMore} />
    </Listing>
  );
}
