import { modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';

export const elapsedUnits = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3600 } as const;
export type ElapsedRule = Rule & { freq: keyof typeof elapsedUnits };

/**
 * The seconds of a day that an elapsed rule visits. They depend only on the phase: how many
 * seconds before midnight the step under way began.
 */
export function dayPattern(rule: ElapsedRule, startSecond: number): (phase: number) => number[] {
  const unit = elapsedUnits[rule.freq];
  const step = rule.interval * unit;
  const fits = clockFilter(rule);
  const spread = slotsOfPeriod(rule, startSecond);
  const known = new Map<number, number[]>();
  return (phase) => {
    const before = known.get(phase);
    if (before) return before;
    const found: number[] = [];
    // A period that began before midnight may reach into the day.
    for (let base = -phase; base < secondsPerDay; base += step) {
      if (base + unit <= 0) continue;
      for (const slot of chosen(spread(base, fits), rule.bySetPos)) {
        if (slot >= 0 && slot < secondsPerDay) found.push(slot);
      }
    }
    known.set(phase, found);
    return found;
  };
}

type Filter = (second: number) => boolean;

function clockFilter({ byHour, byMinute, bySecond }: Rule): Filter {
  const [hours, minutes, seconds] = [new Set(byHour), new Set(byMinute), new Set(bySecond)];
  const has = (set: Set<number>, value: number): boolean => set.size === 0 || set.has(value);
  return (at) => {
    const second = modulo(at, secondsPerDay);
    return (
      has(hours, Math.floor(second / 3600)) &&
      has(minutes, Math.floor(second / 60) % 60) &&
      has(seconds, second % 60)
    );
  };
}

/** The slots of the hour, minute or second that begins at `base`: one, or those that BYMINUTE and BYSECOND name. */
function slotsOfPeriod(rule: ElapsedRule, startSecond: number): (base: number, fits: Filter) => number[] {
  const unit = elapsedUnits[rule.freq];
  const expands = (unit > 60 && rule.byMinute.length > 0) || (unit > 1 && rule.bySecond.length > 0);
  const own = startSecond % unit;
  if (!expands) return (base, fits) => (fits(base + own) ? [base + own] : []);

  const seconds = rule.bySecond.length > 0 ? rule.bySecond : [startSecond % 60];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Math.floor(startSecond / 60) % 60];
  const wanted =
    unit === 60 ? seconds : minutes.flatMap((minute) => seconds.map((second) => minute * 60 + second));
  // By the wall clock: where the offset has moved by half an hour, an elapsed hour begins at half past.
  return (base, fits) =>
    wanted
      .map((clock) => base + modulo(clock - base, unit))
      .filter(fits)
      .sort((a, b) => a - b);
}

function chosen(slots: number[], positions: number[]): number[] {
  if (positions.length === 0) return slots;
  const indexes = positions.map((position) => (position > 0 ? position - 1 : slots.length + position));
  return slots.filter((_, index) => indexes.includes(index));
}
