// The grammar's words. A language is one table of these; the grammar itself knows no word of any.

import type { Token } from './tokens.ts';

const units = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

/** Something read at a token, and the index of the token after it. */
export type Found<T> = { value: T; end: number };

/** Finds the longest phrase that begins at a token. */
export type Phrases<T> = (tokens: readonly Token[], at: number) => Found<T> | null;

/** Phrases of one or several words and what they mean. */
export function phrases<T>(meanings: Record<string, T>): Phrases<T> {
  const byFirst = new Map<string, { words: string[]; value: T }[]>();
  for (const [phrase, value] of Object.entries(meanings)) {
    const words = phrase.split(' ');
    const first = words[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return (tokens, at) => {
    const first = tokens[at];
    if (!first) return null;
    const found = byFirst
      .get(first.word)
      ?.find(({ words }) => words.every((word, index) => tokens[at + index]?.word === word));
    return found ? { value: found.value, end: at + found.words.length } : null;
  };
}

/** Phrases, with bars between them, that all mean the same. */
export const oneOf = (list: string): Phrases<true> =>
  phrases(Object.fromEntries(list.split('|').map((phrase) => [phrase.trim(), true as const])));

/** Names by their place in a list: bars between the places, spaces between names of one place. */
export const places = (list: string, first: number): Record<string, number> =>
  Object.fromEntries(
    list.split('|').flatMap((names, index) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, index + first]),
    ),
  );

/** Names of units of time: `minute min m | hour h`, in the order of their length. */
export const unitNames = (list: string): Phrases<Unit> =>
  phrases(
    Object.fromEntries(Object.entries(places(list, 0)).map(([name, place]) => [name, units[place] as Unit])),
  );

export type Words = {
  /** Words that only this language has: they tell which one a text is in. */
  telling: ReadonlySet<string>;
  /** Words that mean a date only where nothing ordinary follows: `Sun cream` is none. */
  doubtful: ReadonlySet<string>;
  /** Short forms that are names when they begin with a capital. */
  lowerCaseOnly: ReadonlySet<string>;
  /** Words after which a day is none that lies ahead: `last Friday`, `Good morning`. */
  notAfter: ReadonlySet<string>;
  /** What a number before it counts is no hour: `at 3 dollars`. */
  measures: ReadonlySet<string>;

  every: Phrases<true>;
  everyDay: Phrases<true>;
  other: Phrases<true>;
  /** Whether `every second Tuesday` is every other one, and not the second of the month. */
  secondIsOther: boolean;
  adverbs: Phrases<{ every: number; unit: Unit }>;
  after: Phrases<true>;
  starting: Phrases<true>;
  until: Phrases<true>;
  lasting: Phrases<true>;
  times: Phrases<true>;
  ofTheMonth: Phrases<true>;
  /** Those of them that say that it comes again: `of every month`. */
  ofEveryMonth: Phrases<true>;
  /** `after completion`: counted from when it was done. */
  fromCompletion: Phrases<true>;

  numbers: Phrases<number>;
  /** Amounts with a name: `half an hour`, `a fortnight`. */
  amounts: Phrases<{ count: number; unit: Unit }>;
  units: Phrases<Unit>;
  ordinals: Phrases<number>;
  /** What follows the digits of an ordinal: `th`, `.`. */
  ordinalSuffix: RegExp;

  weekdays: Phrases<number>;
  /** `Freitagabend`: a weekday and a time of it in one word. */
  weekdayDayparts: Phrases<{ weekday: number; time: string }>;
  /** `mondays`: that day of every week. */
  everyWeekday: Phrases<number[]>;
  /** `weekday`, `weekend`: several days under one name. */
  dayGroups: Phrases<number[]>;
  day: Phrases<true>;
  months: Phrases<number>;
  holidays: Phrases<[month: number, day: number]>;

  relativeDays: Phrases<number>;
  next: Phrases<true>;
  this: Phrases<true>;
  weekend: Phrases<true>;
  on: Phrases<true>;
  inside: Phrases<true>;
  fromNow: Phrases<true>;
  from: Phrases<true>;
  /** `3 days before Christmas` */
  beforeDate: Phrases<true>;
  startOf: Phrases<true>;
  middleOf: Phrases<true>;
  endOf: Phrases<true>;
  /** `mid-January` in one word. */
  middleOfMonth: Phrases<number>;
  endOfMonth: Phrases<true>;
  endOfDay: Phrases<true>;
  endOfWeek: Phrases<true>;
  endOfYear: Phrases<true>;
  of: Phrases<true>;

  at: Phrases<true>;
  /** `o'clock`, `Uhr`. */
  oClock: Phrases<true>;
  /** Hours as words. */
  hours: Phrases<number>;
  /** Minutes to add to the hour that follows: `half past`, `quarter to`. */
  pastHour: Phrases<number>;
  /** `from 4 to 5` */
  between: Phrases<true>;
  noonAndMidnight: Phrases<string>;
  dayparts: Phrases<string>;
  /** `in the evening`: a time of today or, when it is past, of tomorrow. */
  inTheDaypart: Phrases<string>;
  /** `tonight`: a time of today. */
  todaysDaypart: Phrases<string>;

  before: Phrases<true>;
  and: Phrases<true>;
  to: Phrases<true>;
};

/** Numbers of the days: Monday is 0. */
export const workdays = [0, 1, 2, 3, 4];
