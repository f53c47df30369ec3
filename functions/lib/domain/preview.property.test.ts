import { calendarRule, elapsedRule } from '@zerodo/testing/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewRecurrence, previewReminders } from './preview.ts';
import { recurrencePreview, remindersPreview } from './preview-schemas.ts';
import { Rejected } from './rejected.ts';

const odd = fc.constantFrom(
  ...['', ' ', '0', 'null', '2026-02-30', '2026-11-21', '2026-11-21T24:00', '2026-11-21T09:00', '1900-01-01'],
  ...['2200-12-31T23:59:59', '2201-01-01', '0000-01-01', '2016-12-31T23:59:60', '2016-12-31T23:59:60Z'],
  ...['2026-11-21T09:00:00Z', '2026-11-21T25:00:00Z', '2026-11-21T09:00:00+99:99', '2026-99-99T99:99:99Z'],
  ...['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2200-12-31T23:59:59Z'],
);
const zone = fc.constantFrom(
  ...[
    'UTC',
    'utc',
    'europe/berlin',
    'EUROPE/BERLIN',
    '+02:00',
    'GMT+2',
    'Etc/GMT+12',
    'Mars/Olympus',
    '',
    'Z',
  ],
  ...['Pacific/Apia', 'Africa/Monrovia', 'Europe/Berlin\u0000', 'constructor', 'Antarctica/Troll'],
);
const rrule = fc.oneof(
  calendarRule,
  elapsedRule,
  fc.constantFrom(
    '',
    ';',
    '=',
    'FREQ',
    'FREQ=',
    'RRULE:FREQ=DAILY',
    'freq=daily',
    'FREQ=DAILY;',
    'FREQ=DAİLY',
  ),
  fc.string({ maxLength: 60 }).map((text) => `FREQ=DAILY;${text}`),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const given = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const recurrenceAsked = fc
  .record({
    rrule,
    dtstart: odd,
    timezone: zone,
    mode: maybe(fc.constantFrom('schedule', 'completion', 'none', null)),
    floating: maybe(fc.boolean()),
    allDay: maybe(fc.boolean()),
    exdates: maybe(fc.array(odd, { maxLength: 3 })),
    rdates: maybe(fc.array(odd, { maxLength: 3 })),
    catchUp: maybe(fc.constantFrom('latest', 'each')),
    after: maybe(odd),
    due: maybe(odd),
    completedAt: maybe(odd),
    completedCount: maybe(fc.constantFrom(0, 1, -1, 1e9)),
    count: maybe(fc.constantFrom(0, 1, 5, 100, 101, 1.5)),
  })
  .map(given);
const remindersAsked = fc
  .record({
    due: fc.oneof(fc.constant(null), fc.record({ date: odd, time: fc.constantFrom('09:00', '24:00', null) })),
    timezone: zone,
    reminders: fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('before'), minutes: fc.constantFrom(0, 30, -1, 527_040, 1e9) }),
        fc.record({
          type: fc.constant('before'),
          days: fc.constantFrom(0, 366, 400),
          at: fc.constant('09:00'),
        }),
        fc.record({ type: fc.constant('at'), local: odd, timezone: zone }),
        fc.constant(null),
      ),
      { maxLength: 3 },
    ),
    quietHours: maybe(fc.constantFrom({ from: '22:00', to: '07:00' }, { from: '09:00', to: '09:00' }, {})),
  })
  .map(given);

/** Refused by its schema or by name, or answered: anything else would be a fault of ours. */
function isAnswered(ask: () => { local: string; utc: string }[]): void {
  try {
    for (const { local, utc } of ask()) {
      expect(local).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(utc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Rejected);
  }
}

describe('a preview of anything odd', () => {
  it('of a rule is answered or refused by name', () => {
    fc.assert(
      fc.property(recurrenceAsked, (asked) => {
        const read = recurrencePreview.safeParse(asked);
        if (read.success) isAnswered(() => previewRecurrence(read.data).occurrences);
      }),
      { numRuns: 1500 },
    );
  });

  it('of reminders is answered or refused by name', () => {
    fc.assert(
      fc.property(remindersAsked, (asked) => {
        const read = remindersPreview.safeParse(asked);
        if (read.success) isAnswered(() => previewReminders(read.data).reminders);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { after: '2016-12-31T23:59:60Z' },
    { count: 101 },
    { exdates: null },
    { rrule: null },
    { timezone: null },
    { surprise: 1 },
  ])('has no place for %j', (over) => {
    const asked = { rrule: 'FREQ=DAILY', dtstart: '2026-11-21T09:00', timezone: 'UTC', ...over };

    expect(recurrencePreview.safeParse(asked).success).toBe(false);
  });

  it('knows a zone in any case, and none that is only an offset', () => {
    const asked = { rrule: 'FREQ=DAILY', dtstart: '2026-11-21T09:00', count: 1 };

    expect(previewRecurrence({ ...asked, timezone: 'europe/berlin' }).occurrences[0]?.utc).toBe(
      '2026-11-21T08:00:00Z',
    );
    expect(() => previewRecurrence({ ...asked, timezone: '+02:00' })).toThrowError(
      expect.objectContaining({ code: 'unknown-timezone' }),
    );
  });
});
