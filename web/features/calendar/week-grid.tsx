'use client';
import type { Coming } from '@zerodo/domain/series-queries';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { shortWeekday, wallClock, wholeDate } from '@/lib/local-time.ts';
import { useCalendarWords } from '@/words/use-calendar-words.ts';
import { useWords } from '@/words/use-words.ts';
import { DropZone } from '../dragging/drop-zone.tsx';
import { dueHere } from '../tasks/due.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { DayEntry, type Entry, entriesOf, keyOf } from './day-entry.tsx';
import { lanes } from './lanes.ts';
import { zoneOf } from './use-moves.ts';

/** Rem of half an hour. */
const half = 1.75;
const usualMinutes = 30;
const slots = Array.from({ length: 48 }, (_, index) => index);
const clockOf = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;

type Props = { days: string[]; today: string; found: Map<string, Task[]>; coming: Map<string, Coming[]> };

/** Seven days beside each other, with their hours. It begins to show where most days begin. */
export function WeekGrid({ days, today, found, coming }: Props) {
  const words = useWords();
  const said = useCalendarWords();
  const { viewer, quickAdd } = useWorkspace();
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight * (7 / 24);
    const column = box.querySelector('[data-today]');
    if (column instanceof HTMLElement) box.scrollLeft = column.offsetLeft - 56;
  }, []);
  const isTimed = (entry: Entry) => (dueHere(entry, viewer.zone)?.time ?? null) !== null;
  const on = (day: string) => entriesOf(found.get(day), coming.get(day), viewer.zone);

  return (
    <section
      ref={scroller}
      aria-label={said.week}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      className="relative max-h-[calc(100dvh-14rem)] min-h-96 overflow-auto overscroll-contain rounded-2xl border border-line bg-surface"
    >
      <div className="grid w-full min-w-[44rem] grid-cols-[3.25rem_repeat(7,minmax(0,1fr))]">
        <div className="sticky top-0 left-0 z-20 border-b border-line bg-surface" />
        {days.map((day) => (
          <div
            key={day}
            {...(day === today && { 'data-today': true })}
            className="sticky top-0 z-10 flex min-w-0 flex-col gap-0.5 border-b border-l border-line bg-surface pb-1"
          >
            <h3
              aria-label={wholeDate(day, today, words)}
              className="flex items-baseline justify-center gap-1.5 py-1.5 text-[0.8125rem]"
            >
              <span className="text-muted">{shortWeekday(day, words)}</span>
              <span
                className={clsx(
                  'grid h-6 min-w-6 place-items-center rounded-full px-1 font-semibold tabular-nums',
                  day === today && 'bg-accent text-on-accent',
                )}
              >
                {Number(day.slice(8))}
              </span>
            </h3>
            <DropZone
              zone={zoneOf(day, 'all-day')}
              className="flex max-h-32 min-h-7 flex-col gap-0.5 overflow-y-auto px-0.5"
            >
              {on(day)
                .filter((entry) => !isTimed(entry))
                .map((entry) => (
                  <DayEntry key={keyOf(entry)} entry={entry} />
                ))}
            </DropZone>
          </div>
        ))}
        <div aria-hidden className="sticky left-0 z-[5] bg-surface">
          {slots.map((slot) => (
            <div
              key={slot}
              className="h-7 pr-2 text-right text-[0.6875rem] leading-none text-muted tabular-nums"
            >
              {slot % 2 === 0 && slot > 0 && <span className="relative -top-1.5">{clockOf(slot)}</span>}
            </div>
          ))}
        </div>
        {days.map((day) => (
          <div key={day} className="relative border-l border-line">
            {slots.map((slot) => (
              <DropZone
                key={slot}
                zone={zoneOf(day, clockOf(slot))}
                onDoubleClick={() => quickAdd.focus({ due: day, time: clockOf(slot) })}
                className={clsx('h-7', slot % 2 === 0 && slot > 0 && 'border-t border-line')}
              />
            ))}
            {placed(on(day).filter(isTimed), viewer.zone).map(({ entry, ...place }) => (
              <div key={keyOf(entry)} className="absolute p-px" style={boxOf(place)}>
                <DayEntry entry={entry} className="h-full" />
              </div>
            ))}
            {day === today && <Now minutes={minutesOf(wallClock(viewer.now, viewer.zone).time)} />}
          </div>
        ))}
      </div>
    </section>
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const placed = (entries: Entry[], zone: string) => {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const spans = entries.map((entry) => {
    const from = minutesOf(dueHere(entry, zone)?.time ?? '00:00');
    const minutes = Math.max(entry.durationMinutes ?? usualMinutes, usualMinutes);
    return { id: keyOf(entry), from, to: from + minutes };
  });
  return lanes(spans).flatMap(({ id, ...place }) => {
    const entry = byKey.get(id);
    return entry ? [{ entry, ...place }] : [];
  });
};

const rem = (minutes: number): string => `${(minutes / 30) * half}rem`;

const boxOf = ({ from, to, lane, of }: { from: number; to: number; lane: number; of: number }) => ({
  top: rem(from),
  height: rem(Math.min(to, 1440) - from),
  left: `${(100 * lane) / of}%`,
  width: `${100 / of}%`,
});

/** Where the day is. */
function Now({ minutes }: { minutes: number }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 z-[6] border-t-2 border-danger"
      style={{ top: rem(minutes) }}
    />
  );
}
