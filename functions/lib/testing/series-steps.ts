// What people do with series, in words that a failing run can be read by: what, to which task or series, and how.
import fc from 'fast-check';

const some = fc.nat({ max: 7 });
const hours = fc.constantFrom(1, 12, 30, 100);
const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=DAILY;COUNT=4', 'FREQ=DAILY;INTERVAL=3');
/** Of a task or of its series. */
const edits = fc.oneof(
  { weight: 2, arbitrary: fc.record({ title: fc.constantFrom('Run', 'Swim') }) },
  fc.record({ due: fc.record({ time: fc.constantFrom('09:00', '18:00') }) }),
  fc.record({ recurrence: fc.record({ rrules: rules.map((rule) => [rule]) }) }),
  fc.record({ recurrence: fc.record({ spawn: fc.constantFrom('completion', 'schedule') }) }),
);
const ends = fc.record({ until: fc.constantFrom(null, '2026-11-26', '2026-12-24') });

export const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('complete' as const), some) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('deliver' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('again' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('reopen' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('delete' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('restore' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('undo' as const), some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('undoOne' as const), some, some) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('skip' as const), some, fc.constantFrom('next', 'today')) },
  fc.tuple(fc.constant('move' as const), some, fc.constantFrom('2026-11-22', '2026-11-27', '2026-12-03')),
  fc.tuple(fc.constant('patch' as const), some, edits),
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('change' as const),
      some,
      fc.constantFrom('this', 'following', 'all'),
      fc.oneof({ weight: 4, arbitrary: edits }, ends),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('part' as const), some) },
  fc.tuple(fc.constant('pause' as const), some),
  fc.tuple(fc.constant('resume' as const), some),
  fc.tuple(fc.constant('end' as const), some),
  { weight: 2, arbitrary: fc.tuple(fc.constant('wait' as const), hours) },
  fc.tuple(fc.constant('tick' as const), some),
);

/** What a series may begin with. */
export const recurrence = fc.oneof(
  fc.record({ rrules: rules.map((rule) => [rule]), mode: fc.constantFrom('schedule', 'completion') }),
  fc.record({ rrules: rules.map((rule) => [rule]), catchUp: fc.constantFrom('latest', 'each') }),
  fc.record({ rrules: rules.map((rule) => [rule]), spawn: fc.constant('schedule') }),
);

/** What, which one of those there are, and how. */
export type Step = readonly [what: string, which: number, how?: unknown, changes?: unknown];
