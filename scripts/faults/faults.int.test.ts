import { withoutKafka } from '@zerodo/testing/kafka';
import { expect, it } from 'vitest';
import { run } from './run.ts';

/** Those that are over soon; `npm run faults` has them all. */
const among = [
  'function-killed',
  'relay-killed',
  'sessions-ended',
  'answers-torn',
  'delivered-again',
] as const;

it.skipIf(withoutKafka())(
  'loses nothing that was acknowledged and does nothing twice, while functions, the relay, sessions and answers fail',
  async () => {
    const said: string[] = [];

    const { operations, faults, findings } = await run({
      ...{ seed: 'short', operations: 1_000, faults: among.length, among },
      // A mail or a webhook whose function was killed is sent again when its lease ends, after a minute and a half.
      outside: false,
      signal: new AbortController().signal,
      say: (line) => said.push(line),
    });

    expect(findings, said.join('\n')).toEqual([]);
    expect(operations).toBeGreaterThanOrEqual(1_000);
    expect(Object.keys(faults).toSorted()).toEqual(among.toSorted());
  },
  600_000,
);
