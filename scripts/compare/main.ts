/**
 * `npm run compare -- [how many] [seed]`: puts random rules to our expansion and to python-dateutil, a second one that shares no
 * line with it, and shows where they differ. By hand, since it needs Python and, once, the network; docs/explanation/recurrence.md
 * has the result.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { occurrencesAfter } from '@zerodo/domain/recurrence';
import { calendarRule, elapsedRule, localStart, timezone } from '@zerodo/testing/rules';
import fc from 'fast-check';
import { pythonWithDateutil } from './python.ts';

const [runs = 1000, seed = 20261125] = process.argv.slice(2).map(Number);
const perRule = 12;
const before = new Date('2014-01-01T00:00:00Z');
// Later laws may be known to one tz database and not yet to the other.
const end = '2026-01-01T00:00:00';

/** Hours and minutes that pass are hours on the clock only where the clock never changes. */
const cases = fc.sample(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ rrule: calendarRule, dtstart: localStart, timezone }) },
    {
      weight: 1,
      arbitrary: fc.record({ rrule: elapsedRule, dtstart: localStart, timezone: fc.constant('UTC') }),
    },
  ),
  { numRuns: runs, seed },
);

const asked = cases.map((one, id) => JSON.stringify({ ...one, id, count: perRule, end })).join('\n');
const script = fileURLToPath(new URL('dateutil_rules.py', import.meta.url));
const { stdout, stderr, status } = spawnSync(pythonWithDateutil(), [script], {
  input: asked,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
if (status !== 0) throw new Error(stderr);

type Answer = { id: number; utc: string[]; failure: string | null };
type Case = (typeof cases)[number];

/** Where the two read RFC 5545 differently, and why we stay with ours. */
const known = {
  'BYWEEKNO without BYDAY (theirs: all days of the week; ours: the weekday of DTSTART, as for every part left unsaid)':
    ({ rrule }: Case) => rrule.includes('BYWEEKNO') && !rrule.includes('BYDAY'),
};

const oursFor = ({ rrule, ...one }: Case): string[] => {
  const rule = { ...one, rrules: [rrule], allDay: false, floating: false, exdates: [], rdates: [] };
  return occurrencesAfter({ ...rule, mode: 'schedule', catchUp: 'latest' }, before, perRule)
    .map(({ utc }) => utc)
    .filter((utc) => utc < `${end}Z`);
};

const tally = new Map<string, number>();
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
for (const line of stdout.trim().split('\n')) {
  const { id, utc: theirs, failure }: Answer = JSON.parse(line);
  const one = cases[id] as Case;
  const ours = oursFor(one);
  if (!failure && JSON.stringify(ours) === JSON.stringify(theirs)) {
    count('agree');
    continue;
  }
  const reason = Object.entries(known).find(([, applies]) => !failure && applies(one));
  count(reason?.[0] ?? 'differ');
  if (!reason) {
    console.log(
      `${JSON.stringify(one)}\n  ours   ${ours.join(' ')}\n  theirs ${failure ?? theirs.join(' ')}`,
    );
  }
}
console.log(`${runs} rules, seed ${seed}:`);
for (const [what, times] of tally) console.log(`${String(times).padStart(6)} ${what}`);
process.exitCode = tally.has('differ') ? 1 : 0;
