import { aRecurrence } from '@zerodo/testing/recurrence';
import { calendarRule, elapsedRule } from '@zerodo/testing/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './quick-add.ts';
import { occurrencesAfter } from './recurrence.ts';
import { parseRule, weekdayCodes } from './rrule.ts';
import { formOf, type RuleForm, rulesOf } from './rule-form.ts';

const beside = { mode: 'schedule', spawn: 'completion', catchUp: 'latest' } as const;
const form = (rrules: string[]) => formOf({ rrules, ...beside });
const occurrences = (rrules: string[]) =>
  occurrencesAfter(aRecurrence({ rrules }), new Date('2026-11-01T00:00:00Z'), 6);

const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number, minLength = 1) =>
  fc.uniqueArray(arbitrary, { minLength, maxLength });
const inOrder = (numbers: number[]) => numbers.sort((a, b) => a - b);
const weekday = fc.constantFrom(...weekdayCodes);
const two = (number: number) => String(number).padStart(2, '0');
const monthDays: fc.Arbitrary<RuleForm['monthDays']> = fc.oneof(
  fc.constant({ type: 'same' } as const),
  some(fc.constantFrom(-2, -1, 1, 2, 15, 30, 31), 3).map((days) => ({
    type: 'days' as const,
    days: inOrder(days),
  })),
  fc.constantFrom(29, 30, 31).map((day) => ({ type: 'dayOrLast' as const, day })),
  fc.tuple(fc.constantFrom(-1, 1, 2, 5), weekday).map(([nth, day]) => ({
    type: 'weekdays' as const,
    weekdays: [{ nth, weekday: day }],
  })),
  fc.record({
    type: fc.constant('nth' as const),
    nth: fc.constantFrom(-1, 1, 3),
    of: fc.constantFrom('workday' as const, 'weekendDay' as const, 'day' as const),
  }),
);
const forms: fc.Arbitrary<RuleForm> = fc
  .record({
    frequency: fc.constantFrom('minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'),
    interval: fc.integer({ min: 1, max: 40 }),
    weekdays: some(weekday, 4, 0).map((days) => weekdayCodes.filter((day) => days.includes(day))),
    monthDays,
    months: some(fc.integer({ min: 1, max: 12 }), 3, 0).map(inOrder),
    times: some(
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
        .map((time) => time.map(two).join(':')),
      3,
      0,
    ).map((times) => times.sort()),
    ends: fc.oneof(
      fc.constant({ type: 'never' } as const),
      fc.constantFrom('2027-02-28', '2030-12-31').map((date) => ({ type: 'on' as const, date })),
      fc.integer({ min: 1, max: 50 }).map((times) => ({ type: 'after' as const, times })),
    ),
    mode: fc.constantFrom('schedule', 'completion'),
    spawn: fc.constantFrom('schedule', 'completion'),
    catchUp: fc.constantFrom('latest', 'each'),
  })
  .map((one) => {
    const inMonths = one.frequency === 'monthly' || one.frequency === 'yearly';
    const clean = { ...one, ...(inMonths ? { weekdays: [] } : { monthDays: { type: 'same' as const } }) };
    const minutes = new Set(clean.times.map((time) => time.slice(3)));
    const several = minutes.size > 1 || (inMonths && clean.times.length > 1);
    return (
      several && clean.ends.type === 'after' ? { ...clean, ends: { type: 'never' } } : clean
    ) as RuleForm;
  });

describe('the form of a rule', () => {
  it('gives, back as rules, the same occurrences', () => {
    fc.assert(
      fc.property(fc.oneof(calendarRule, elapsedRule), (rrule) => {
        const back = rulesOf(form([rrule])).rrules;

        expect(occurrences(back)).toEqual(occurrences([rrule]));
      }),
      { numRuns: 100 },
    );
  });

  it('comes back from its rules as it was', () => {
    fc.assert(
      fc.property(forms, (one) => {
        const rules = rulesOf(one);

        rules.rrules.forEach(parseRule);
        expect(formOf(rules)).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['every 2 weeks on monday and friday', { frequency: 'weekly', interval: 2, weekdays: ['MO', 'FR'] }],
    ['every 31st', { frequency: 'monthly', monthDays: { type: 'dayOrLast', day: 31 } }],
    ['every last workday at 3pm', { monthDays: { type: 'nth', nth: -1, of: 'workday' }, times: [] }],
    ['every 3rd friday', { monthDays: { type: 'weekdays', weekdays: [{ nth: 3, weekday: 'FR' }] } }],
    [
      'every 14 jan, 14 apr',
      { frequency: 'yearly', months: [1, 4], monthDays: { type: 'days', days: [14] } },
    ],
    ['every day at 8 and 20:30', { frequency: 'daily', times: ['08:00', '20:30'] }],
    ['every 12 hours', { frequency: 'hourly', interval: 12 }],
    ['every day until dec 24', { ends: { type: 'on', date: '2026-12-24' } }],
    ['every day 5 times', { ends: { type: 'after', times: 5 } }],
  ])('shows %s', (text, shown) => {
    const { rrules } = parseQuickAdd(`x ${text}`, { now: new Date('2026-11-25T09:15:00Z'), timezone: 'UTC' });

    expect(form(rrules)).toMatchObject(shown);
  });

  it.each([
    [['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO']],
    [['FREQ=DAILY;UNTIL=20261224T080000Z']],
    [['FREQ=DAILY;BYHOUR=9,18']],
    [['FREQ=DAILY;BYHOUR=8;BYMINUTE=0;COUNT=3', 'FREQ=DAILY;BYHOUR=20;BYMINUTE=30;COUNT=3']],
    [['FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=14', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15']],
    [['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU']],
    [['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3']],
  ])('leaves %j as they are', (rrules) => {
    expect(form(rrules)).toEqual({ advanced: rrules, ...beside });
    expect(rulesOf(form(rrules))).toEqual({ rrules, ...beside });
  });

  it('refuses to count times that are not of one rule', () => {
    const twice = { ...form(['FREQ=DAILY']), times: ['08:00', '20:30'], ends: { type: 'after', times: 3 } };

    expect(() => rulesOf(twice as RuleForm)).toThrowError(
      expect.objectContaining({ code: 'invalid-recurrence' }),
    );
  });
});
