'use client';
import { CalendarDays } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { addDays, dateInWords, dayAndMonth, daysBetween, monthInWords, wallClock } from '@/lib/local-time.ts';
import { useViewWords } from '@/words/use-view-words.ts';
import { useWords } from '@/words/use-words.ts';
import { useMoves } from '../calendar/use-moves.ts';
import { DragArea } from '../dragging/drag-area.tsx';
import { DropZone } from '../dragging/drop-zone.tsx';
import { MovableRow } from '../dragging/movable-row.tsx';
import { type Arrow, useAltArrows } from '../dragging/use-alt-arrows.ts';
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
  const said = useViewWords();
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
  const { dayOf, toDay, toZone } = useMoves();
  const onKeyDown = useAltArrows(
    useCallback(
      (id: string, arrow: Arrow) => {
        const before = dayOf(id);
        const step = { up: -1, left: -1, down: 1, right: 1 }[arrow];
        if (!before || addDays(before, step) < today) return false;
        toDay(id, addDays(before, step));
        return true;
      },
      [dayOf, toDay, today],
    ),
  );
  const nothing = days.every(({ tasks }) => tasks.length === 0);

  return (
    <Listing lists={[due, ahead]}>
      {nothing && <Empty icon={CalendarDays} title={said.upcomingTitle} words={said.upcoming} />}
      <DragArea onDrop={toZone}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the tasks in it */}
        <div onKeyDown={onKeyDown}>
          {days.map(({ day, tasks }, index) => {
            const far = daysBetween(today, day) >= week;
            const before = days[index - 1]?.day ?? day;
            const month =
              far && (daysBetween(today, before) < week || before.slice(0, 7) !== day.slice(0, 7));
            return (
              <DropZone key={day} zone={day} over="rounded-xl bg-accent-soft" className="mt-7 first:mt-0">
                {month && (
                  <p className="mt-10 border-b border-line px-3 pb-2 text-lg font-semibold tracking-tight">
                    {monthInWords(day, words)}
                  </p>
                )}
                <TaskSection
                  title={dateInWords(day, today, words)}
                  {...(!far && { detail: dayAndMonth(day, today, words) })}
                  day={day}
                  row={MovableRow}
                  tasks={tasks}
                  count=""
                  actions={<AddHere defaults={{ due: day }} place={dateInWords(day, today, words)} />}
                />
              </DropZone>
            );
          })}
        </div>
      </DragArea>
      <More list={ahead} label={words.tasks.showMore} />
    </Listing>
  );
}
