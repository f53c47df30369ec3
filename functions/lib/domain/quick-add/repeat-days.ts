// The days that come again: mon, wed · 3rd friday · 15th and last day · 14 jan, 14 apr.

import { amountAt } from './amounts.ts';
import { dayAndMonthAt, ordinalAt } from './month-dates.ts';
import { firstOf, type Reading } from './reading.ts';
import type { Found } from './words.ts';

/**
 * One kind of day. `weekdays` alone: those days of every week; with `nth`: the nth of them in a
 * month; `monthDay`: that day of a month (-1 is the last); `month`: of that month only.
 */
export type DayChoice = { weekdays?: number[]; nth?: number; monthDay?: number; month?: number };

/** Days with commas or `and` between them. */
export function daysAt(reading: Reading, at: number): Found<DayChoice[]> | null {
  const { tokens, words } = reading;
  const first = weekdayRangeAt(reading, at) ?? dayChoiceAt(reading, at, false);
  if (!first) return null;
  const value = [...first.value];
  let end = first.end;
  for (;;) {
    const and = words.and(tokens, end);
    const next = and ? dayChoiceAt(reading, and.end, true) : nextWeekdayAt(reading, end, value);
    if (!next) break;
    value.push(...next.value);
    end = next.end;
  }
  return { value: shareWeekday(value), end: words.ofTheMonth(tokens, end)?.end ?? end };
}

/** `mon wed fri`: weekdays may follow each other as they are. */
function nextWeekdayAt(reading: Reading, at: number, before: DayChoice[]): Found<DayChoice[]> | null {
  const { tokens, words } = reading;
  const plain = before.every(({ nth, monthDay, weekdays }) => !nth && !monthDay && weekdays?.length === 1);
  const next = plain && !words.doubtful.has(tokens[at]?.word ?? '') ? words.weekdays(tokens, at) : null;
  return next && { value: [{ weekdays: [next.value] }], end: next.end };
}

/** In `2nd and 4th friday` the weekday is said once, for both. */
function shareWeekday(choices: DayChoice[]): DayChoice[] {
  const last = choices.at(-1);
  if (choices.length < 2 || last?.nth === undefined || last.weekdays?.length !== 1) return choices;
  if (!choices.slice(0, -1).every(({ monthDay, month }) => monthDay !== undefined && monthDay <= 5 && !month))
    return choices;
  return choices.map(({ monthDay, nth }) => ({
    weekdays: last.weekdays as number[],
    nth: nth ?? (monthDay as number),
    ...(last.month !== undefined && { month: last.month }),
  }));
}

function dayChoiceAt(reading: Reading, at: number, inList: boolean): Found<DayChoice[]> | null {
  return firstOf(
    () => monthDayAt(reading, at),
    () => nthWeekdayAt(reading, at),
    () => nthDayAt(reading, at, inList),
    () => weekdayAt(reading, at),
    () => monthAt(reading, at),
  );
}

/** `mon-fri`, `monday to friday`. */
function weekdayRangeAt({ tokens, words }: Reading, at: number): Found<DayChoice[]> | null {
  const [from, to] = (tokens[at]?.word ?? '').split(/[-–]/);
  const inOneWord =
    from && to
      ? [words.weekdays([{ word: from } as never], 0), words.weekdays([{ word: to } as never], 0)]
      : [];
  if (inOneWord[0] && inOneWord[1]) return range(inOneWord[0].value, inOneWord[1].value, at + 1);
  const first = words.weekdays(tokens, at);
  const until = first && words.to(tokens, first.end);
  const last = until && words.weekdays(tokens, until.end);
  return first && last ? range(first.value, last.value, last.end) : null;
}

function range(first: number, last: number, end: number): Found<DayChoice[]> {
  const length = ((last - first + 7) % 7) + 1;
  return { value: [{ weekdays: Array.from({ length }, (_, index) => (first + index) % 7) }], end };
}

/** `jan 27`, `27th of january`; a day that the month never has is none. */
function monthDayAt(reading: Reading, at: number): Found<DayChoice[]> | null {
  const found = dayAndMonthAt(reading, at);
  if (!found) return null;
  const { month, day } = found.value;
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= longest ? { value: [{ month, monthDay: day }], end: found.end } : null;
}

/** `3rd friday`, `last workday`, `1st wed jan`. */
export function nthWeekdayAt(reading: Reading, at: number): Found<DayChoice[]> | null {
  const { tokens, words } = reading;
  const nth = ordinalAt(reading, at);
  if (!nth) return null;
  const weekday = words.weekdays(tokens, nth.end);
  const group = weekday ? null : words.dayGroups(tokens, nth.end);
  const weekdays = weekday ? [weekday.value] : group?.value;
  const end = weekday?.end ?? group?.end;
  if (!weekdays || end === undefined || (weekday && nth.value > 5)) return null;
  const ofMonth = (words.of(tokens, end) ?? words.inside(tokens, end))?.end ?? end;
  const month = words.months(tokens, ofMonth);
  const choice = { weekdays, nth: nth.value };
  return month ? { value: [{ ...choice, month: month.value }], end: month.end } : { value: [choice], end };
}

/** `15th`, `last day`, `first day`, and in a list `2`. */
function nthDayAt(reading: Reading, at: number, inList: boolean): Found<DayChoice[]> | null {
  const { tokens, words } = reading;
  const nth = ordinalAt(reading, at);
  const digits = /^\d/.test(tokens[at]?.word ?? '');
  if (nth) {
    const day = words.day(tokens, nth.end);
    const ofMonth = words.ofTheMonth(tokens, (day ?? nth).end);
    // `every third day` counts days; `every third` alone says nothing; `every last` neither.
    if (day && nth.value > 1 && !ofMonth) return null;
    if (!digits && !day && !ofMonth) return null;
    return { value: [{ monthDay: nth.value }], end: (ofMonth ?? day ?? nth).end };
  }
  const number = /^\d{1,2}$/.test(tokens[at]?.word ?? '') ? Number(tokens[at]?.word) : 0;
  const listed = inList || words.and(tokens, at + 1) !== null;
  if (number < 1 || number > 31 || !listed || amountAt(reading, at)) return null;
  return { value: [{ monthDay: number }], end: at + 1 };
}

function weekdayAt({ tokens, words }: Reading, at: number): Found<DayChoice[]> | null {
  const group = words.dayGroups(tokens, at);
  if (group) return { value: [{ weekdays: group.value }], end: group.end };
  const weekday = words.weekdays(tokens, at) ?? null;
  if (weekday) return { value: [{ weekdays: [weekday.value] }], end: weekday.end };
  const plural = words.everyWeekday(tokens, at);
  return plural && { value: [{ weekdays: plural.value }], end: plural.end };
}

/** `january`: its first day; with a day that it never has after it, none. */
function monthAt({ tokens, words }: Reading, at: number): Found<DayChoice[]> | null {
  const month = words.months(tokens, at);
  const after = (month && tokens[month.end]?.word) ?? '';
  const isDay = /^\d{1,2}$/.test(after) || words.ordinalSuffix.test(after);
  if (month && isDay && !words.times(tokens, month.end + 1)) return null;
  return month && { value: [{ month: month.value, monthDay: 1 }], end: month.end };
}
