// Dates that our own grammar does not know are left to chrono.

import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import { dayNumber, isDate, secondsPerDay, withinYears } from '../local-date.ts';
import { german } from './german.ts';
import type { FoundMention } from './moments.ts';
import type { Reading } from './reading.ts';
import { tokenize, wallOff } from './tokens.ts';
import type { Words } from './words.ts';

// Its time grows with the square of a text of numbers and units.
const longest = 120;

/**
 * The last date in the text that chrono is sure of. It works on the wall clock, given to it as
 * UTC, because it knows no zones. Only what names a month counts, since its amounts are not ours
 * (`for 3 days`, `a week`); the present and the past are none.
 */
export function chronoMention(text: string, { words, now, today }: Reading): FoundMention | null {
  if (text.length > longest) return null;
  const tokens = tokenize(text);
  if (!namesAMonth(text, words)) return null;
  const parser = words === german ? de.casual : en.GB;
  const reference = { instant: new Date(now * 1000), timezone: 0 };
  // Addresses hold dates that are none.
  const readable = wallOff(
    text,
    tokens.filter(({ wall }) => wall),
  );
  const found = parser
    .parse(readable, reference, { forwardDate: true })
    .flatMap(({ index, text: said, start }) => {
      const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
      if (!start.isCertain('day') || !start.isCertain('month') || !isSaid(readable, index, said)) return [];
      if (!namesAMonth(said, words)) return [];
      if (!withinYears(year) || !isDate(year, month, day)) return [];
      const number = dayNumber(year, month, day);
      const time = start.isCertain('hour')
        ? (start.get('hour') ?? 0) * 3600 + (start.get('minute') ?? 0) * 60
        : null;
      if (number < today || (time !== null && number * secondsPerDay + time <= now)) return [];
      return [{ day: number, time, minutes: null, start: index, end: index + said.length }];
    });
  return found.at(-1) ?? null;
}

const namesAMonth = (said: string, words: Words): boolean =>
  /\d[./-]\d/.test(said) ||
  said
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.months([{ word } as never], 0));

/** Whole words, and more than a fraction or an amount. */
function isSaid(text: string, start: number, said: string): boolean {
  const alone = !/\S/.test(text.charAt(start - 1)) && !/[\p{L}\d/-]/u.test(text.charAt(start + said.length));
  return alone && /\p{L}|^\d{4}\D/u.test(said) && !/^\d+(?:\.\d+)?\s*\p{L}+$/u.test(said);
}
