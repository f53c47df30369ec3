'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Tabs } from '@/components/ui/tabs.tsx';
import { addDays, dateInWords, monthInWords } from '@/lib/local-time.ts';
import { useCalendarWords } from '@/words/use-calendar-words.ts';
import { useWords } from '@/words/use-words.ts';
import { MonthGrid } from '../calendar/month-grid.tsx';
import { useCalendar } from '../calendar/use-calendar.ts';
import { useMoves } from '../calendar/use-moves.ts';
import { WeekGrid } from '../calendar/week-grid.tsx';
import { DragArea } from '../dragging/drag-area.tsx';
import { type Arrow, useAltArrows } from '../dragging/use-alt-arrows.ts';
import { comingIn } from '../series/series-queries.ts';
import { dueHere } from '../tasks/due.ts';
import { byDay } from '../tasks/grouping.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { useTaskList } from '../tasks/use-task-list.ts';

const steps: Record<Arrow, number> = { left: -1, right: 1, up: -7, down: 7 };

/** A month or a week of tasks; a task goes to another day by dragging it, or by Alt and arrows. */
export default function CalendarView() {
  const words = useWords();
  const said = useCalendarWords();
  const { viewer, today, span, day, days, show, turn } = useCalendar();
  const [from = day, to = day] = [days[0], days.at(-1)];
  const list = useTaskList(questions.between(from, to, viewer.zone), { keep: true });
  const found = useMemo(() => byDay(list.tasks, viewer), [list.tasks, viewer]);
  const { data: ahead } = useQuery(comingIn(from, to, viewer.zone));
  const coming = useMemo(
    () => Map.groupBy(ahead?.items ?? [], (one) => dueHere(one, viewer.zone)?.date ?? ''),
    [ahead, viewer.zone],
  );
  const { dayOf, toDay, toZone } = useMoves();

  const move = useCallback(
    (id: string, arrow: Arrow) => {
      const before = dayOf(id);
      // A week on its own has no row above or below.
      if (!before || (span === 'week' && (arrow === 'up' || arrow === 'down'))) return false;
      const after = addDays(before, steps[arrow]);
      toDay(id, after);
      if (after < from || after > to) show({ day: after });
      return true;
    },
    [dayOf, toDay, show, from, to, span],
  );
  const onKeyDown = useAltArrows(move);

  return (
    <Listing lists={[list]}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the tasks in it */}
      <div data-wide onKeyDown={onKeyDown}>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2 px-1">
          <div className="flex items-center gap-1">
            <Button size="icon" aria-label={said.before[span]} onClick={() => turn(-1)}>
              <ChevronLeft aria-hidden className="size-5" />
            </Button>
            <Button size="icon" aria-label={said.after[span]} onClick={() => turn(1)}>
              <ChevronRight aria-hidden className="size-5" />
            </Button>
            <h2 aria-live="polite" className="ml-1 text-lg font-semibold tracking-tight">
              {monthInWords(span === 'week' ? (days[3] ?? day) : day, words)}
            </h2>
          </div>
          <div className="flex items-center gap-2">
            <Button size="small" variant="outline" onClick={() => show({ day: today })}>
              {dateInWords(today, today, words)}
            </Button>
            <Tabs
              label={said.span}
              value={span}
              choices={[
                { value: 'month', label: said.month },
                { value: 'week', label: said.week },
              ]}
              onChange={(next) => show({ span: next })}
            />
          </div>
        </div>
        <DragArea onDrop={toZone}>
          {span === 'month' ? (
            <MonthGrid
              days={days}
              month={day.slice(0, 7)}
              today={today}
              found={found}
              coming={coming}
              onDay={(next) => show({ day: next, span: 'week' })}
            />
          ) : (
            <WeekGrid days={days} today={today} found={found} coming={coming} />
          )}
        </DragArea>
        <More list={list} label={words.tasks.showMore} />
      </div>
    </Listing>
  );
}
