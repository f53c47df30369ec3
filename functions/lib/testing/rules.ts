// Random recurrence rules, for tests that hold for every one of them.

import fc from 'fast-check';

const list = (from: number, to: number, most: number) =>
  fc
    .uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: most })
    .map((numbers) => numbers.join());
const signed = (to: number, most: number) =>
  fc
    .uniqueArray(
      fc.integer({ min: -to, max: to }).filter((number) => number !== 0),
      { minLength: 1, maxLength: most },
    )
    .map((numbers) => numbers.join());
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((days) => days.join());
const numbered = fc.tuple(fc.constantFrom(1, 2, 3, -1, -2), weekday).map(([nth, day]) => `${nth}${day}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const write = (parts: Record<string, unknown>): string =>
  Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([part, value]) => `${part}=${value}`)
    .join(';');

/** A rule of the calendar; it says its day in one way, since libraries know no other for a year. */
export const calendarRule: fc.Arbitrary<string> = fc
  .record({
    FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    INTERVAL: maybe(fc.integer({ min: 1, max: 6 })),
    BYMONTH: maybe(list(1, 12, 4)),
    day: fc.option(
      fc.oneof(
        weekdays.map((days) => ({ BYDAY: days })),
        signed(31, 4).map((days) => ({ BYMONTHDAY: days })),
        numbered.map((day) => ({ BYDAY: day })),
        signed(366, 4).map((days) => ({ BYYEARDAY: days })),
        signed(53, 2).map((weeks) => ({ BYWEEKNO: weeks })),
      ),
      { nil: {} },
    ),
    BYHOUR: maybe(list(0, 23, 3)),
    WKST: maybe(weekday),
    BYSETPOS: maybe(signed(4, 2)),
    COUNT: maybe(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ day, ...rest }) => {
    const rule: Record<string, unknown> = { ...rest, ...day };
    const { FREQ } = rest;
    if (FREQ === 'WEEKLY') delete rule.BYMONTHDAY;
    if (FREQ !== 'YEARLY') for (const part of ['BYYEARDAY', 'BYWEEKNO']) delete rule[part];
    if ((FREQ === 'DAILY' || FREQ === 'WEEKLY') && /\d/.test(String(rule.BYDAY ?? ''))) delete rule.BYDAY;
    const chooses = Object.keys(rule).some(
      (part) => part.startsWith('BY') && part !== 'BYSETPOS' && rule[part],
    );
    if (!chooses) delete rule.BYSETPOS;
    return write(rule);
  });

/** A rule of hours or minutes. */
export const elapsedRule: fc.Arbitrary<string> = fc
  .record({
    FREQ: fc.constantFrom('HOURLY', 'MINUTELY'),
    INTERVAL: fc.integer({ min: 1, max: 500 }),
    BYHOUR: maybe(list(0, 23, 4)),
    BYMINUTE: maybe(list(0, 59, 3)),
    BYDAY: maybe(weekdays),
    BYMONTH: maybe(list(1, 12, 4)),
    COUNT: maybe(fc.integer({ min: 1, max: 40 })),
  })
  .map(write);

/** `2026-11-25T09:15`, from 2015 to 2029. */
export const localStart: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) })
  .map((time) => new Date(time).toISOString().slice(0, 16));

/** Zones whose clocks go by an hour, by half of one, by two, at midnight, in the south, or not at all. */
export const timezone: fc.Arbitrary<string> = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
);
