import { checkTimezone } from '../local-time.ts';
import type { Recurrence } from '../recurrence.ts';
import { parseRule, type Rule } from '../rrule.ts';
import { isElapsed } from './elapsed-slots.ts';
import { exceptionsOf, extraSlots } from './exceptions.ts';
import { invalid } from './parts.ts';
import { type Anchor, readStart, type Slot, slotsAfter } from './slots.ts';

/** A recurrence read and checked. */
export type Prepared = Anchor & {
  rules: Rule[];
  allDay: boolean;
  isException: (nominal: number) => boolean;
  extra: Slot[];
};

/** @throws Rejected `invalid-recurrence`, `invalid-date`, `unknown-timezone` */
export function prepare(recurrence: Recurrence): Prepared {
  const { timezone, allDay, exdates, rdates } = recurrence;
  checkTimezone(timezone);
  const start = readStart(recurrence.dtstart, allDay);
  if (recurrence.rrules.length === 0) throw invalid('', 'give at least one rule');
  return {
    rules: recurrence.rrules.map((text) => (allDay ? wholeDays(parseRule(text)) : parseRule(text))),
    start,
    timezone,
    allDay,
    isException: exceptionsOf(exdates, allDay),
    extra: extraSlots(rdates, start, timezone, allDay),
  };
}

/** RFC 5545 3.3.10: where the start is a date, parts of the time are ignored. */
function wholeDays(rule: Rule): Rule {
  if (isElapsed(rule))
    throw invalid(`FREQ=${rule.freq}`, 'whole days repeat by days, weeks, months or years');
  return { ...rule, byHour: [], byMinute: [], bySecond: [] };
}

/** The first `count` slots of all rules and RDATEs strictly after `after` (milliseconds), each instant once. */
export function firstSlots(prepared: Prepared, after: number, count: number): Slot[] {
  const found = prepared.extra.filter((slot) => slot.at > after && !prepared.isException(slot.nominal));
  for (const rule of prepared.rules) {
    let missing = count;
    if (missing === 0) break;
    for (const slot of slotsAfter(rule, prepared, after)) {
      if (prepared.isException(slot.nominal)) continue;
      found.push(slot);
      missing -= 1;
      if (missing === 0) break;
    }
  }
  found.sort((a, b) => a.at - b.at);
  return found.filter((slot, index) => slot.at !== found[index - 1]?.at).slice(0, count);
}
