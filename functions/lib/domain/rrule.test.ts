import { describe, expect, it } from 'vitest';
import { parseRule } from './rrule.ts';

describe('parseRule', () => {
  it('takes a rule apart', () => {
    expect(parseRule('FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU;COUNT=10;WKST=SU')).toMatchObject({
      freq: 'MONTHLY',
      interval: 2,
      count: 10,
      weekStart: 6,
      byDay: [
        { weekday: 6, nth: 1 },
        { weekday: 6, nth: -1 },
      ],
    });
  });

  it('does not mind the case of letters, nor lists that repeat themselves', () => {
    expect(parseRule('freq=daily;byhour=9,9,7')).toMatchObject({ freq: 'DAILY', byHour: [7, 9] });
  });

  it('takes the 60th second for the 59th', () => {
    expect(parseRule('FREQ=DAILY;BYSECOND=60').bySecond).toEqual([59]);
  });

  it.each([
    ['', 'An empty rule'],
    ['COUNT=3', 'FREQ is missing'],
    ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ is given twice'],
    ['FREQ=DAILY;', 'NAME=VALUE'],
    ['RRULE:FREQ=DAILY', 'RRULE:FREQ'],
    ['FREQ=DAILY;X-OWN=1', 'X-OWN'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=1.5', 'INTERVAL=1.5'],
    ['FREQ=DAILY;COUNT=0', 'COUNT=0'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'not both'],
    ['FREQ=DAILY;UNTIL=20270230', 'UNTIL=20270230'],
    ['FREQ=DAILY;UNTIL=2027-01-01', 'UNTIL=2027-01-01'],
    ['FREQ=DAILY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
    ['FREQ=DAILY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR=24'],
    ['FREQ=DAILY;BYHOUR=-1', 'BYHOUR=-1'],
    ['FREQ=DAILY;BYMINUTE=1,,2', 'nothing is not'],
    ['FREQ=DAILY;BYMONTH=13', 'BYMONTH=13'],
    ['FREQ=DAILY;BYDAY=XX', 'BYDAY=XX'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'numbered weekdays'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY=0MO'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'BYWEEKNO'],
    ['FREQ=MONTHLY;BYWEEKNO=20', 'BYWEEKNO'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'BYYEARDAY'],
    ['FREQ=DAILY;BYSETPOS=1', 'BYSETPOS'],
    ['FREQ=DAILY;WKST=1', 'WKST=1'],
  ])('refuses %j and says what is wrong: %s', (text, problem) => {
    expect(() => parseRule(text)).toThrowError(
      expect.objectContaining({ code: 'invalid-recurrence', message: expect.stringContaining(problem) }),
    );
  });
});
