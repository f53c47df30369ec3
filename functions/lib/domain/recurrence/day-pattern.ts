import { modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { clockTable } from './clock-table.ts';

export const elapsedUnits = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3600 } as const;
export type ElapsedRule = Rule & { freq: keyof typeof elapsedUnits };

type DayPattern = {
  /**
   * The seconds of a day that the rule visits. They depend only on the phase: how many seconds
   * before midnight the step under way began.
   */
  slots(phase: number): number[];
  /** Whether a day of this phase may have slots if its clock is off the one that the phase was taken by. */
  mayHaveSlots(phase: number): boolean;
};

/**
 * @param startSecond the second of the day that the rule begins at
 * @param shifts by how many seconds a clock may be off
 */
export function dayPattern(rule: ElapsedRule, startSecond: number, shifts: number[]): DayPattern {
  const unit = elapsedUnits[rule.freq];
  const step = rule.interval * unit;
  // One slot a step, and no choice among several.
  const own = expands(rule) || rule.bySetPos.length > 0 ? null : startSecond % unit;
  const allowed = clockTable(rule);
  const slotsOf = slotsOfPeriod(rule, startSecond, allowed);
  const needed = Math.min(...rule.bySetPos.map(Math.abs), Number.POSITIVE_INFINITY);
  const enough = needed === Number.POSITIVE_INFINITY ? 1 : needed;

  const slots = (phase: number): number[] => {
    const found: number[] = [];
    if (own !== null) {
      for (let slot = modulo(own - phase, step); slot < secondsPerDay; slot += step) {
        if (allowed[slot] === 1) found.push(slot);
      }
      return found;
    }
    for (let base = -phase; base < secondsPerDay; base += step) {
      // A period that began before midnight may reach into the day.
      if (base + unit <= 0) continue;
      for (const slot of chosen(slotsOf(base), rule.bySetPos)) {
        if (slot >= 0 && slot < secondsPerDay) found.push(slot);
      }
    }
    return found;
  };
  // On each clock by itself: where it is off by half an hour, a period has its minutes in another order.
  const mayHaveSlots = (phase: number): boolean =>
    shifts.some((shift) => {
      const earliest = -unit;
      const first = earliest + modulo(shift - phase - earliest, step);
      for (let base = first; base < secondsPerDay; base += step) {
        if (slotsOf(base).length >= enough) return true;
      }
      return false;
    });
  return { slots: remembered(slots), mayHaveSlots: remembered(mayHaveSlots) };
}

function remembered<T>(answer: (phase: number) => T): (phase: number) => T {
  const known = new Map<number, T>();
  return (phase) => {
    const before = known.get(phase);
    if (before !== undefined) return before;
    const value = answer(phase);
    known.set(phase, value);
    return value;
  };
}

/** Whether BYMINUTE or BYSECOND name several slots of an hour or a minute. */
const expands = ({ freq, byMinute, bySecond }: ElapsedRule): boolean =>
  (freq === 'HOURLY' && byMinute.length > 0) || (freq !== 'SECONDLY' && bySecond.length > 0);

/** The slots of the hour, minute or second that begins at `base`: one, or those that BYMINUTE and BYSECOND name. */
function slotsOfPeriod(
  rule: ElapsedRule,
  startSecond: number,
  allowed: Uint8Array,
): (base: number) => number[] {
  const unit = elapsedUnits[rule.freq];
  const own = startSecond % unit;
  const none: number[] = [];
  const fits = (second: number): boolean => allowed[modulo(second, secondsPerDay)] === 1;
  if (!expands(rule)) return (base) => (fits(base + own) ? [base + own] : none);

  const seconds = rule.bySecond.length > 0 ? rule.bySecond : [startSecond % 60];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Math.floor(startSecond / 60) % 60];
  const wanted =
    unit === 60 ? seconds : minutes.flatMap((minute) => seconds.map((second) => minute * 60 + second));
  // By the wall clock: where the offset has moved by half an hour, an elapsed hour begins at half past.
  return (base) => {
    const into = modulo(base, unit);
    const slots = wanted
      .map((clock) => base + (clock >= into ? clock - into : clock - into + unit))
      .filter(fits);
    return into === 0 ? slots : slots.sort((a, b) => a - b);
  };
}

function chosen(slots: number[], positions: number[]): number[] {
  if (positions.length === 0) return slots;
  const indexes = positions.map((position) => (position > 0 ? position - 1 : slots.length + position));
  return slots.filter((_, index) => indexes.includes(index));
}
