// Which slots a series still has, and which of them comes next.

import type { Due } from './due.ts';
import { toInstant, toLocal } from './local-time.ts';
import { followingOccurrence, type Occurrence, occurrencesAfter, type Recurrence } from './recurrence.ts';

/** What repeats, and its last day or moment on the wall clock (inclusive) whatever the rules say. */
export type Ruled = Recurrence & { until: string | null };

/** One occurrence to come: its slot on the wall clock as a due date, and the instant that it is. */
export type Slot = { due: Due; dueAt: string };

/** An ended series has no slot beyond `until`; a bare date counts until its end. */
function within({ until }: Ruled, { nominal }: Occurrence): boolean {
  if (until === null) return true;
  const [date = '', time] = until.split('T');
  if (time === undefined || nominal.length === 10) return nominal.slice(0, 10) <= date;
  const seconds = (local: string): string => (local.length === 16 ? `${local}:00` : local);
  return seconds(nominal) <= seconds(until);
}

/** The nominal time is kept: a slot inside a DST gap is shown as it was meant, its instant is the shifted one. */
function slotOf(series: Ruled, occurrence: Occurrence | null | undefined): Slot | null {
  if (!occurrence || !within(series, occurrence)) return null;
  const { nominal, utc } = occurrence;
  const [date = '', time] = nominal.split('T');
  const clock = series.allDay || !time ? null : time.slice(0, 8).replace(/^(\d\d:\d\d):00$/, '$1');
  return {
    due: { date, time: clock, timezone: series.timezone, floating: series.floating },
    dueAt: new Date(utc).toISOString(),
  };
}

/** The first slot strictly after an instant, as the rule has it whatever was done when. */
export const nextSlot = (series: Ruled, after: Date): Slot | null =>
  slotOf(series, occurrencesAfter(series, after, 1)[0]);

/** The slots strictly after an instant and before another, the first of them. */
export const slotsBetween = (series: Ruled, after: Date, end: Date, most: number): Slot[] =>
  occurrencesAfter(series, after, most)
    .filter(({ utc }) => Date.parse(utc) < end.getTime())
    .flatMap((occurrence) => slotOf(series, occurrence) ?? []);

/** The first slot of all; its start counts only where it matches the rule. */
export const firstSlot = (series: Ruled): Slot | null =>
  nextSlot(series, new Date(toInstant(series.dtstart, series.timezone).getTime() - 1));

/**
 * The slot after `done`; null when the series has ended. `completions` counts the occurrences done
 * so far, this one included (COUNT in completion mode).
 */
export function slotAfter(
  series: Ruled,
  done: { dueAt: string; completedAt: string },
  completions: number,
): Slot | null {
  const next = followingOccurrence(series, {
    // The instant and not the clock: an hourly rule visits 02:30 twice when clocks go back.
    due: done.dueAt,
    completedAt: new Date(done.completedAt),
    completedCount: completions,
  });
  return slotOf(series, next);
}

/**
 * When what comes after the slot at `last` is due: on fixed dates the rule's next slot, counted
 * from completion the one that follows if `last` is done when it is due. Null when there is none.
 * `completions` counts what was done before.
 */
export function nextDueAt(series: Ruled, last: string, completions: number): string | null {
  const next =
    series.mode === 'completion'
      ? slotAfter(series, { dueAt: last, completedAt: last }, completions + 1)
      : nextSlot(series, new Date(last));
  return next?.dueAt ?? null;
}

/** The slot, or the first one after it that no other occurrence has; `taken` are instants. */
export function freeSlot(
  series: Ruled,
  slot: Slot | null,
  { taken, completions }: { taken: readonly number[]; completions: number },
): Slot | null {
  let free = slot;
  while (free && taken.includes(Date.parse(free.dueAt))) {
    const { dueAt } = free;
    free =
      series.mode === 'completion'
        ? slotAfter(series, { dueAt, completedAt: dueAt }, completions)
        : nextSlot(series, new Date(dueAt));
  }
  return free;
}

/** More missed slots than this are not brought up one by one. */
const mostMissed = 100;

/**
 * The slot that a series which spawns on schedule is to make now, from the one that was due at
 * `dueSince` on: the latest whose time has come, or, with `catchUp` each, the first, as long as no
 * more than a hundred were missed. Null when none has come.
 */
export function slotBy(series: Ruled, dueSince: string, now: Date): Slot | null {
  const before = new Date(Date.parse(dueSince) - 1);
  const due = (after: Date, count = 1) =>
    occurrencesAfter(series, after, count).filter(
      (one) => Date.parse(one.utc) <= now.getTime() && within(series, one),
    );
  const missed = due(before, series.catchUp === 'each' ? mostMissed + 1 : 1);
  const [first] = missed;
  if (!first) return null;
  return slotOf(series, missed.length > 1 && missed.length <= mostMissed ? first : latest(first, now, due));
}

/** Halves the time between the first slot and now until no slot is left in it: minutes of years are few steps. */
function latest(first: Occurrence, now: Date, due: (after: Date) => Occurrence[]): Occurrence {
  let last = first;
  let free = now.getTime();
  while (free - Date.parse(last.utc) > 1000) {
    const middle = Math.floor((Date.parse(last.utc) + free) / 2);
    const [next] = due(new Date(middle));
    if (next) last = next;
    else free = middle;
  }
  return last;
}

/** The first moment of the day that `instant` is in, on the series' clock. */
export const dayOf = ({ timezone }: Recurrence, instant: Date): Date =>
  toInstant(toLocal(instant, timezone).slice(0, 10), timezone);
