// From a rule's slots to instants.

import { limits } from '../limits.ts';
import { dayNumber, dayOfWall, readLocal, secondsPerDay } from '../local-date.ts';
import { instantOfWall, offsetAt, wallAt } from '../local-time.ts';
import type { Rule } from '../rrule.ts';
import { calendarSlots } from './calendar-slots.ts';
import { elapsedSlots, isElapsed } from './elapsed-slots.ts';

/** `nominal`: what the rule says the clock should show; `at`: the instant that it is, in milliseconds. */
export type Slot = { nominal: number; at: number };

/** Where slots are counted from, and the zone whose clock they follow. */
export type Anchor = { start: number; timezone: string };

const horizon = dayNumber(limits.lastYear + 1, 1, 1) * secondsPerDay - 1;
const inAYearThatWeKnow = (wall: number): number =>
  Math.max(wall, dayNumber(limits.firstYear, 1, 1) * secondsPerDay);

/** The slots of `rule` strictly after the instant `after` (milliseconds), in order, each instant once. */
export function* slotsAfter(rule: Rule, anchor: Anchor, after: number): Generator<Slot> {
  let last = after;
  const slots = isElapsed(rule) ? elapsed(rule, anchor, after) : calendar(rule, anchor, after);
  for (const slot of slots) {
    if (slot.at <= last || isPast(rule, slot)) continue;
    last = slot.at;
    yield slot;
  }
}

function* elapsed(
  rule: Parameters<typeof elapsedSlots>[0],
  { start, timezone }: Anchor,
  after: number,
): Generator<Slot> {
  const first = instantOfWall(start, timezone) / 1000;
  const from = Math.floor(after / 1000) + 1;
  const to = Math.min(horizon, lastWall(rule));
  for (const second of elapsedSlots(rule, first, timezone, { from, to })) {
    yield { nominal: wallAt(second * 1000, timezone), at: second * 1000 };
  }
}

/** Times pushed out of a gap wait for those that the clock really shows before them. */
function* calendar(rule: Rule, { start, timezone }: Anchor, after: number): Generator<Slot> {
  const held: Slot[] = [];
  const window = { from: firstWall(after, timezone), to: Math.min(horizon, lastWall(rule)) };
  for (const nominal of calendarSlots(rule, start, window)) {
    const slot = { nominal, at: instantOfWall(nominal, timezone) };
    while (held[0] && held[0].at <= slot.at) yield held.shift() as Slot;
    if (wallAt(slot.at, timezone) === nominal) yield slot;
    else held.push(slot);
  }
  yield* held;
}

/** The earliest nominal time that may come after `after`: inside a gap that has just ended, an earlier one may. */
function firstWall(after: number, timezone: string): number {
  const day = secondsPerDay * 1000;
  const gap = Math.max(0, offsetAt(after, timezone) - offsetAt(after - day, timezone));
  return inAYearThatWeKnow(wallAt(after, timezone) - gap);
}

/** No clock shows a later time than this one at UNTIL, nor is it a later instant. */
const lastWall = ({ until }: Rule): number => (until ? until.wall + secondsPerDay : Number.POSITIVE_INFINITY);

/** After the rule's UNTIL. */
export function isPast({ until }: Rule, slot: Slot): boolean {
  if (!until) return false;
  if (until.kind === 'utc') return slot.at > until.wall * 1000;
  return slot.nominal > until.wall;
}

/** Reads the start of a rule: of a whole day only the date counts. */
export const readStart = (dtstart: string, allDay: boolean): number => {
  const { wall } = readLocal(dtstart);
  return allDay ? dayOfWall(wall) * secondsPerDay : wall;
};
