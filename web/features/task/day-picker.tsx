'use client';
import { Popover } from '@base-ui/react/popover';
import { clsx } from 'clsx';
import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button.tsx';
import { addDays, monthInWords, shortWeekday, wholeDate } from '@/lib/local-time.ts';
import { useCalendarWords } from '@/words/use-calendar-words.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { addMonths, daysOfMonth } from '../calendar/days.ts';
import { useWeekBegin } from '../calendar/use-week-begin.ts';
import { DayWords } from './day-words.tsx';

type Chosen = { date: string; time?: string | null };
type Props = { value: string | null; today: string; zone: string; onPick(chosen: Chosen): void };

/** A day by words ("next friday 9am") or from a month. */
export function DayPicker({ value, today, zone, onPick }: Props) {
  const words = useTaskWords();
  const [open, setOpen] = useState(false);
  const pick = (chosen: Chosen) => {
    onPick(chosen);
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={words.pickDay}
        title={words.pickDay}
        className="grid size-9 place-items-center rounded-lg border border-line text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken"
      >
        <CalendarSearch aria-hidden className="size-[1.125rem]" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup
            aria-label={words.pickDay}
            className="w-76 rounded-2xl border border-line bg-surface p-3 shadow-raised outline-none"
          >
            <DayWords zone={zone} today={today} onPick={pick} />
            <Month value={value} today={today} onPick={(date) => pick({ date })} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type MonthProps = { value: string | null; today: string; onPick(date: string): void };

/** Arrows go from day to day and on into other months, as pages do from month to month. */
function Month({ value, today, onPick }: MonthProps) {
  const words = useWords();
  const said = useCalendarWords();
  const [at, setAt] = useState(value ?? today);
  const grid = useRef<HTMLDivElement>(null);
  const days = daysOfMonth(at, useWeekBegin());
  const month = at.slice(0, 7);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const pages = { PageUp: -1, PageDown: 1 }[event.key];
    if (step === undefined && pages === undefined) return;
    event.preventDefault();
    flushSync(() => setAt(step === undefined ? addMonths(at, pages ?? 0) : addDays(at, step)));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <>
      <div className="mt-2 mb-1 flex items-center justify-between">
        <Button size="icon" aria-label={said.before.month} onClick={() => setAt(addMonths(at, -1))}>
          <ChevronLeft aria-hidden className="size-5" />
        </Button>
        <p aria-live="polite" className="text-sm font-semibold">
          {monthInWords(at, words)}
        </p>
        <Button size="icon" aria-label={said.after.month} onClick={() => setAt(addMonths(at, 1))}>
          <ChevronRight aria-hidden className="size-5" />
        </Button>
      </div>
      <div aria-hidden className="grid grid-cols-7 text-center text-xs text-muted">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{shortWeekday(day, words).slice(0, 2)}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of days, no fields */}
      <div
        ref={grid}
        role="group"
        aria-label={monthInWords(at, words)}
        onKeyDown={onKeyDown}
        className="mt-1 grid grid-cols-7"
      >
        {days.map((day) => (
          <button
            key={day}
            type="button"
            tabIndex={day === at ? 0 : -1}
            aria-label={wholeDate(day, today, words)}
            aria-pressed={day === value}
            {...(day === today && { 'aria-current': 'date' })}
            onClick={() => onPick(day)}
            className={clsx(
              'mx-auto grid size-9 place-items-center rounded-full text-sm tabular-nums',
              day === value
                ? 'bg-accent text-on-accent'
                : day === today
                  ? 'font-semibold text-accent hover:bg-sunken'
                  : clsx('hover:bg-sunken', !day.startsWith(month) && 'text-muted'),
            )}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </>
  );
}
