import { describe, expect, it } from 'vitest';
import { offsetAt } from './local-time.ts';
import { observancesOf, utcOffset } from './vtimezone.ts';

describe('the rules of a zone', () => {
  it('name the changes of the years that are meant, and go on where they hold every year', () => {
    expect(observancesOf('Europe/Berlin', 2026, 2026)).toEqual([
      { daylight: false, start: '20260101T000000', from: 3600, to: 3600, rrule: null },
      {
        daylight: true,
        start: '20260329T020000',
        from: 3600,
        to: 7200,
        rrule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      },
      {
        daylight: false,
        start: '20261025T030000',
        from: 7200,
        to: 3600,
        rrule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      },
    ]);
    expect(observancesOf('America/New_York', 2026, 2026).map(({ rrule }) => rrule)).toEqual([
      ...[null, 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'],
    ]);
  });

  it('are one stretch where the clocks never change', () => {
    expect(observancesOf('Asia/Kolkata', 2026, 2028)).toEqual([
      { daylight: false, start: '20260101T000000', from: 19_800, to: 19_800, rrule: null },
    ]);
  });

  it('are told change by change where a year is not like the other', () => {
    const changes = observancesOf('Africa/Casablanca', 2026, 2027);

    expect(changes.length).toBeGreaterThan(3);
    expect(changes.every(({ rrule }) => rrule === null)).toBe(true);
  });

  it.each(['Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'America/New_York'])(
    'say of %s what the platform says',
    (zone) => {
      const years = observancesOf(zone, 2015, 2026);
      for (let month = 0; month < 144; month++) {
        const at = Date.UTC(2015, month, 15);
        const last = years.findLast(({ start, from }) => instantOf(start, from) <= at)!;
        expect([zone, month, last.to]).toEqual([zone, month, offsetAt(at, zone)]);
      }
    },
  );

  it('write an offset as four digits', () => {
    expect([3600, -16_200, 0, 37_800].map(utcOffset)).toEqual(['+0100', '-0430', '+0000', '+1030']);
  });
});

const instantOf = (start: string, from: number): number =>
  Date.parse(start.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z')) - from * 1000;
