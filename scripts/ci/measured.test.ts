import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine([['^npm run bench', '-', 'create | 1200/s\\n']]);
});
afterEach(() => machine.remove());

const bench = () =>
  machine.runScript(join(root, 'scripts/ci/measured.sh'), ['bench', 'api'], {
    GITHUB_STEP_SUMMARY: join(machine.home, 'summary'),
  });

it('puts what was measured where it is read and kept', async () => {
  const { code, output, calls } = await bench();
  expect([code, calls]).toEqual([0, ['npm run bench -- api']]);
  expect(output).toContain('create | 1200/s');
  expect(readFileSync(join(machine.home, 'summary'), 'utf8')).toBe('create | 1200/s\n');
  expect(readFileSync(join(root, '.zerodo/bench.txt'), 'utf8')).toBe('create | 1200/s\n');
});

it('fails where measuring does', async () => {
  machine.failOn('^npm run bench');
  expect((await bench()).code).toBe(1);
});

it('keeps what a cluster says of itself, and never fails, since something else has', async () => {
  const logs = join(root, 'scripts/ci/cluster-logs.sh');
  const { code, output, calls } = await machine.runScript(logs, []);
  expect(code).toBe(0);
  expect(output).not.toContain('unknown');
  expect(calls).toHaveLength(4);
  machine.failOn('^kubectl');
  expect((await machine.runScript(logs, [])).code).toBe(0);
});
