// Dates that our own grammar does not know are left to chrono.

import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import { dayNumber, isDate, secondsPerDay, withinYears } from '../local-date.ts';
import { german } from './german.ts';
import type { FoundMention } from './moments.ts';
import type { Reading } from './reading.ts';

// Its time grows with the square of a text of numbers and units.
const longest = 200;

/**
 * The last date in the text that chrono is sure of. It works on the wall clock, given to it as
 * UTC, because it knows no zones. A weekday or a month alone, the present and the past are none.
 */
export function chronoMention(text: string, { tokens, words, now, today }: Reading): FoundMention | null {
  if (text.length > longest) return null;
  if (!/\d/.test(text) && !tokens.some(({ word }) => words.telling.has(word))) return null;
  const parser = words === german ? de.casual : en.GB;
  const reference = { instant: new Date(now * 1000), timezone: 0 };
  const found = parser
    .parse(text, reference, { forwardDate: true })
    .flatMap(({ index, text: said, start }) => {
      const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
      const sure =
        start.isCertain('day') && start.isCertain('month') && /\p{L}/u.test(said) && said.includes(' ');
      if (!sure || !withinYears(year) || !isDate(year, month, day)) return [];
      const number = dayNumber(year, month, day);
      const time = start.isCertain('hour')
        ? (start.get('hour') ?? 0) * 3600 + (start.get('minute') ?? 0) * 60
        : null;
      if (number < today || (time !== null && number * secondsPerDay + time <= now)) return [];
      return [{ day: number, time, minutes: null, start: index, end: index + said.length }];
    });
  return found.at(-1) ?? null;
}
