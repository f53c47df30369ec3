import { once } from 'node:events';
import { expect, it } from 'vitest';
import { type Check, type Line, runChecks } from './check.ts';
import { Later, poll } from './http.ts';
import { shown } from './print.ts';

const check = (name: string, more: Partial<Check> = {}): Check => ({
  name,
  waitsFor: 'a fact',
  within: 10,
  lookAt: 'Service task-create',
  run: async () => 'as it should be',
  ...more,
});
const run = (checks: Check[], stopping = new AbortController().signal) =>
  runChecks(checks, () => {}, stopping);
const never = (signal: AbortSignal) =>
  poll<string>(async () => {
    throw new Later('GET /tasks/1 answered 404');
  }, signal);

it('gives up after the time that it says, with the last trouble and where to look', async () => {
  const [line] = await run([check('recur', { within: 0.05, run: never })]);

  expect(line).toMatchObject({
    result: 'fail',
    found: 'waited 0.05 s for a fact; GET /tasks/1 answered 404',
    lookAt: 'Service task-create',
  });
  expect(shown(line!)).toMatch(
    /✗ recur .*\n +waited for: a fact, at most 0.05 s\n +look at: Service task-create$/,
  );
});

it('does not try what needs something that failed or was not tried', async () => {
  const fails = { run: async () => Promise.reject(new Error('no')) };
  const lines = await run([
    check('one', fails),
    check('two', { needs: ['one'] }),
    check('three', { needs: ['two'] }),
    check('four'),
  ]);

  expect(lines.map(({ result }) => result)).toEqual(['fail', 'not tried', 'not tried', 'pass']);
  expect(lines[1]!.found).toBe('needs “one”');
});

it('stops in the middle of a check, and tries nothing after it', async () => {
  const stopping = new AbortController();
  const lines: Line[] = await run(
    [
      check('one', {
        run: async (signal) => {
          stopping.abort();
          if (!signal.aborted) await once(signal, 'abort');
          throw new Error('aborted');
        },
      }),
      check('two'),
    ],
    stopping.signal,
  );

  expect(lines.map(({ result, found }) => [result, found])).toEqual([
    ['fail', 'stopped'],
    ['not tried', 'stopped before it'],
  ]);
});
