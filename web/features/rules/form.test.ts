import { formOf, type RuleForm, rulesOf } from '@zerodo/domain/rule-form';
import { describe, expect, it } from 'vitest';
import { freshForm, monthChoiceOf, monthDaysFor, nthOf, weekdayCodeOf, withFrequency } from './form.ts';

const beside = { mode: 'schedule', spawn: 'completion', catchUp: 'latest' } as const;

describe('the editor of a rule', () => {
  it('knows what a date is in its week and month', () => {
    expect(weekdayCodeOf('2026-11-23')).toBe('MO');
    expect(weekdayCodeOf('2026-11-29')).toBe('SU');
    expect([nthOf('2026-11-01'), nthOf('2026-11-07'), nthOf('2026-11-08'), nthOf('2026-11-30')]).toEqual([
      1, 1, 2, 5,
    ]);
  });

  it.each([
    ['dayOrLast', '2026-11-23', 'FREQ=MONTHLY;BYMONTHDAY=23'],
    ['dayOrLast', '2026-01-31', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    ['nth', '2026-11-23', 'FREQ=MONTHLY;BYDAY=4MO'],
    ['last', '2026-11-23', 'FREQ=MONTHLY;BYDAY=-1MO'],
    ['lastDay', '2026-11-23', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ] as const)('says %s of %s as %s, and shows it again', (choice, date, rrule) => {
    const form: RuleForm = {
      ...withFrequency(freshForm(), 'monthly'),
      monthDays: monthDaysFor(choice, date),
    };
    expect(rulesOf(form).rrules).toEqual([rrule]);
    const again = formOf({ ...beside, rrules: [rrule] });
    expect('advanced' in again ? again : monthChoiceOf(again.monthDays)).toBe(choice);
  });

  it('leaves behind what another frequency cannot say', () => {
    const weekly: RuleForm = { ...freshForm(), weekdays: ['MO'] };
    expect(withFrequency(weekly, 'monthly').weekdays).toEqual([]);
    expect(withFrequency(weekly, 'daily').weekdays).toEqual(['MO']);
    const yearly: RuleForm = { ...freshForm(), frequency: 'yearly', months: [3] };
    expect(withFrequency(yearly, 'monthly').months).toEqual([]);
  });
});
