// Reads an RRULE strictly: libraries drop what they do not understand, and a task that comes on
// other days than its owner wrote is worse than one that is refused.

import { checkCombination } from './recurrence/combinations.ts';
import { invalid, type ListPart, readDays, readList, type WeekdayRule } from './recurrence/parts.ts';
import { readUntil, type Until } from './recurrence/until.ts';

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof frequencies)[number];
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** An RRULE (RFC 5545 3.3.10) taken apart; a part that is not given is an empty list. */
export type Rule = Record<ListPart, number[]> & {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: Until | null;
  byDay: WeekdayRule[];
  /** The day that a week starts on, Monday is 0. */
  weekStart: number;
};

const listParts: Record<string, ListPart> = {
  BYSECOND: 'bySecond',
  BYMINUTE: 'byMinute',
  BYHOUR: 'byHour',
  BYMONTHDAY: 'byMonthDay',
  BYYEARDAY: 'byYearDay',
  BYWEEKNO: 'byWeekNo',
  BYMONTH: 'byMonth',
  BYSETPOS: 'bySetPos',
};

/**
 * @param text the value of an RRULE property, without its name
 * @throws Rejected `invalid-recurrence`, naming the part that is wrong
 */
export function parseRule(text: string): Rule {
  const rule: Rule = {
    freq: 'DAILY',
    interval: 1,
    count: null,
    until: null,
    weekStart: 0,
    bySecond: [],
    byMinute: [],
    byHour: [],
    byDay: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    byMonth: [],
    bySetPos: [],
  };
  const seen = new Set<string>();
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || value === '')
      throw invalid(part || text, 'a rule is NAME=VALUE parts with ; between them');
    if (seen.has(name)) throw invalid(part, `${name} is given twice`);
    seen.add(name);
    readPart(rule, name, value, part);
  }
  if (!seen.has('FREQ')) throw invalid(text, 'FREQ is missing');
  checkCombination(rule);
  return rule;
}

function readPart(rule: Rule, name: string, value: string, part: string): void {
  const list = listParts[name];
  if (list) rule[list] = readList(list, value, part);
  else if (name === 'FREQ') rule.freq = oneOf(frequencies, value, part);
  else if (name === 'INTERVAL') rule.interval = positive(value, part);
  else if (name === 'COUNT') rule.count = positive(value, part);
  else if (name === 'UNTIL') rule.until = readUntil(value, part);
  else if (name === 'BYDAY') rule.byDay = readDays(value, part);
  else if (name === 'WKST') rule.weekStart = weekdayCodes.indexOf(oneOf(weekdayCodes, value, part));
  else throw invalid(part, `${name || 'this'} is no part of a rule that we know`);
}

function oneOf<const T extends string>(allowed: readonly T[], value: string, part: string): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw invalid(part, `use one of ${allowed.join(', ')}`);
  return found;
}

/** Larger than any span that we look at, in seconds; more makes no difference and keeps sums exact. */
const plenty = 1e11;

function positive(value: string, part: string): number {
  if (!/^\d{1,20}$/.test(value) || Number(value) === 0) throw invalid(part, 'use a whole number from 1');
  return Math.min(Number(value), plenty);
}
