import type { Rule } from '../rrule.ts';
import { invalid } from './parts.ts';

/**
 * What RFC 5545 3.3.10 forbids to say together.
 *
 * @throws Rejected `invalid-recurrence`
 */
export function checkCombination(rule: Rule): void {
  const { freq, byDay } = rule;
  if (rule.count !== null && rule.until) throw invalid('COUNT and UNTIL', 'a rule has one of them, not both');
  if (rule.byMonthDay.length > 0 && freq === 'WEEKLY') throw invalid('BYMONTHDAY', 'not with FREQ=WEEKLY');
  if (rule.byYearDay.length > 0 && ['DAILY', 'WEEKLY', 'MONTHLY'].includes(freq)) {
    throw invalid('BYYEARDAY', `not with FREQ=${freq}`);
  }
  if (rule.byWeekNo.length > 0 && freq !== 'YEARLY') throw invalid('BYWEEKNO', 'only with FREQ=YEARLY');
  if (byDay.some(({ nth }) => nth !== null)) {
    if (freq !== 'MONTHLY' && freq !== 'YEARLY') {
      throw invalid('BYDAY', 'numbered weekdays only with FREQ=MONTHLY or FREQ=YEARLY');
    }
    if (rule.byWeekNo.length > 0) throw invalid('BYDAY', 'no numbered weekdays beside BYWEEKNO');
  }
  if (rule.bySetPos.length > 0 && !hasByParts({ ...rule, bySetPos: [] })) {
    throw invalid('BYSETPOS', 'it chooses among other BY parts, and there is none');
  }
}

/** A rule that says more than how often. */
export const hasByParts = (rule: Rule): boolean =>
  [
    rule.bySecond,
    rule.byMinute,
    rule.byHour,
    rule.byDay,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNo,
    rule.byMonth,
    rule.bySetPos,
  ].some((part) => part.length > 0);
