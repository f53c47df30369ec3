'use client';
import type { Coming } from '@zerodo/domain/series-queries';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { shortWeekday, wholeDate } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { DropZone } from '../dragging/drop-zone.tsx';
import { TaskSection } from '../tasks/task-section.tsx';
import { AddHere } from '../views/add-here.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { DayEntry, entriesOf, keyOf } from './day-entry.tsx';
import { zoneOf } from './use-moves.ts';

/** How many tasks a day shows before it says how many more there are. */
const shown = 4;

type Props = {
  days: string[];
  /** YYYY-MM: days of other months are paler. */
  month: string;
  today: string;
  found: Map<string, Task[]>;
  coming: Map<string, Coming[]>;
  onDay(date: string): void;
};

/** Weeks below each other. On a phone a day shows how much there is, and a press shows what. */
export function MonthGrid({ days, month, today, found, coming, onDay }: Props) {
  const words = useWords();
  const [chosen, setChosen] = useState(today);
  const below = days.includes(chosen) ? chosen : (days.find((day) => day.startsWith(month)) ?? today);
  return (
    <>
      <div className="overflow-hidden rounded-2xl border border-line bg-line">
        <div aria-hidden className="grid grid-cols-7 gap-px">
          {days.slice(0, 7).map((day) => (
            <span key={day} className="bg-canvas py-1.5 text-center text-xs font-medium text-muted">
              {shortWeekday(day, words)}
            </span>
          ))}
        </div>
        <ol className="grid grid-cols-7 gap-px pt-px">
          {days.map((day) => (
            <Day
              key={day}
              day={day}
              today={today}
              pale={!day.startsWith(month)}
              chosen={day === below}
              tasks={found.get(day) ?? []}
              coming={coming.get(day) ?? []}
              onChoose={() => setChosen(day)}
              onMore={() => onDay(day)}
            />
          ))}
        </ol>
      </div>
      <div className="mt-5 md:hidden">
        <TaskSection
          title={wholeDate(below, today, words)}
          day={below}
          tasks={found.get(below) ?? []}
          actions={<AddHere defaults={{ due: below }} place={wholeDate(below, today, words)} />}
        />
        {coming.get(below)?.map((one) => (
          <DayEntry key={keyOf(one)} entry={one} className="mt-1 min-h-11" />
        ))}
      </div>
    </>
  );
}

type DayProps = {
  day: string;
  today: string;
  pale: boolean;
  chosen: boolean;
  tasks: Task[];
  coming: Coming[];
  onChoose(): void;
  onMore(): void;
};

function Day({ day, today, pale, chosen, tasks, coming, onChoose, onMore }: DayProps) {
  const words = useWords();
  const { quickAdd, viewer } = useWorkspace();
  const named = wholeDate(day, today, words);
  const entries = entriesOf(tasks, coming, viewer.zone);
  const fit = entries.length > shown ? shown - 1 : shown;
  const number = (
    <span
      className={clsx(
        'grid size-7 place-items-center rounded-full text-[0.8125rem] tabular-nums',
        day === today ? 'bg-accent font-semibold text-on-accent' : pale ? 'text-muted' : 'text-ink',
      )}
    >
      {Number(day.slice(8))}
    </span>
  );
  return (
    <li aria-label={`${named}, ${words.tasks.count(tasks.length)}`} className="min-w-0">
      <button
        type="button"
        aria-label={`${named}, ${words.tasks.count(tasks.length)}`}
        aria-pressed={chosen}
        onClick={onChoose}
        className={clsx(
          'flex h-14 w-full flex-col items-center gap-0.5 pt-1 md:hidden',
          chosen ? 'bg-accent-soft' : pale ? 'bg-canvas' : 'bg-surface',
        )}
      >
        {number}
        <span aria-hidden className="flex gap-0.5">
          {entries.slice(0, 3).map((entry) => (
            <span
              key={keyOf(entry)}
              className={clsx('size-1.5 rounded-full', 'id' in entry ? 'bg-accent' : 'border border-accent')}
            />
          ))}
        </span>
      </button>
      <DropZone
        zone={zoneOf(day)}
        className={clsx(
          'group/day flex h-full min-h-30 flex-col gap-0.5 p-1 max-md:hidden',
          pale ? 'bg-canvas' : 'bg-surface',
        )}
      >
        <div className="flex items-center justify-between">
          {number}
          <button
            type="button"
            aria-label={words.quickAdd.placeholderFor(named)}
            onClick={() => quickAdd.focus({ due: day })}
            className="grid size-7 place-items-center rounded-md text-muted opacity-0 group-hover/day:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100"
          >
            <Plus aria-hidden className="size-4" />
          </button>
        </div>
        {entries.slice(0, fit).map((entry) => (
          <DayEntry key={keyOf(entry)} entry={entry} />
        ))}
        {entries.length > shown && (
          <button
            type="button"
            onClick={onMore}
            className="rounded-md px-1.5 text-left text-[0.8125rem] leading-5 text-muted hover:bg-sunken hover:text-ink"
          >
            {words.tasks.showHidden(entries.length - fit)}
          </button>
        )}
      </DropZone>
    </li>
  );
}
