'use client';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { CircleCheckBig, Sprout } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { NavLink } from '../navigation/nav-link.tsx';
import { pathTo } from '../navigation/place.ts';
import { counts } from '../tasks/count-queries.ts';
import { onDay } from '../tasks/due.ts';
import { group } from '../tasks/grouping.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskSection } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';
import { Examples } from './examples.tsx';

/** What is overdue, what is due today, and what of it is done. */
export default function TodayView() {
  const words = useWords();
  const { viewer, actions } = useWorkspace();
  const overdue = useTaskList(questions.overdue(viewer.zone));
  const due = useTaskList(questions.today(viewer.zone));
  const completed = useTaskList(questions.completed());
  const { date } = wallClock(viewer.now, viewer.zone);

  const groups = useMemo(
    () => group([...overdue.tasks, ...due.tasks], viewer),
    [overdue.tasks, due.tasks, viewer],
  );
  const late = groups.find(({ name }) => name === 'overdue')?.tasks ?? [];
  const today = groups.find(({ name }) => name === 'today')?.tasks ?? [];
  const done = completed.tasks.filter(
    ({ completedAt }) => completedAt && wallClock(completedAt, viewer.zone).date === date,
  );
  const moveAll = (tasks: Task[]) =>
    void actions.edit(
      tasks,
      (task) => ({ due: onDay(task, date, viewer) }),
      words.tasks.moved(words.dates.today),
    );

  return (
    <Listing lists={[overdue, due, completed]}>
      {late.length > 0 && (
        <TaskSection
          title={words.tasks.groups.overdue}
          tasks={late}
          urgent
          actions={
            <Button size="small" onClick={() => moveAll(late)}>
              {words.tasks.moveAllToToday}
            </Button>
          }
          more={<More list={overdue} label={words.tasks.showMore} />}
        />
      )}
      {today.length > 0 && (
        <TaskSection
          title={words.tasks.groups.today}
          day={date}
          tasks={today}
          more={<More list={due} label={words.tasks.showMore} />}
        />
      )}
      {late.length + today.length === 0 && <NothingLeft fresh={completed.tasks.length === 0} />}
      {done.length > 0 && <TaskSection title={words.tasks.doneToday} day={date} tasks={done} shut />}
    </Listing>
  );
}

/** A beginner is shown how to begin, everybody else that all is done. */
function NothingLeft({ fresh }: { fresh: boolean }) {
  const words = useWords();
  const { empty } = words.tasks;
  const { viewer } = useWorkspace();
  const { data } = useQuery(counts(viewer.zone));
  const ahead = (data?.upcoming ?? 0) + (data?.byProject.reduce((sum, { open }) => sum + open, 0) ?? 0);
  if (fresh && ahead === 0) {
    return (
      <Empty icon={Sprout} title={empty.firstTitle} words={empty.first}>
        <Examples />
      </Empty>
    );
  }
  return (
    <Empty icon={CircleCheckBig} title={empty.todayTitle} words={empty.today}>
      <NavLink
        href={pathTo.upcoming}
        className="mt-4 rounded-sm text-sm font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
      >
        {empty.seeUpcoming}
      </NavLink>
    </Empty>
  );
}
