import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';
import { answersOf, promises } from './objectives.ts';

const machine = new FakeMachine([
  ['^helm status', '-', '{"version":7}'],
  ['^kubectl get services', '-', '{"items":[]}'],
]);
afterAll(() => machine.remove());

const run = (...args: string[]) =>
  machine.runScript(process.execPath, [join(root, 'scripts/deploy/main.ts'), ...args]);
const url = 'https://zerodo.example.com';
const canary = ['--canary', '10', '--prometheus', 'monitoring/prometheus:9090'];

it('prints every command in a dry run, with flags that exist, and calls none', async () => {
  const { code, output, calls } = await run(
    url,
    '--tag',
    '1.2.3',
    ...canary,
    '--context',
    'prod',
    '--dry-run',
  );
  expect([code, calls]).toEqual([0, []]);
  const commands = output.split('\n').filter((line) => /^(helm|kubectl|npm) /.test(line));
  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) expect(machine.call(command), command).not.toMatch(/unknown/);
});

it('calls what it prints', async () => {
  const { code, output, calls } = await run(url, '--tag', '1.2.3', '--registry', 'ghcr.io/team/zerodo');
  expect(code).toBe(0);
  expect(calls).toContain(
    'helm upgrade zerodo helm/zerodo --namespace zerodo --reset-then-reuse-values --set-string image.tag=1.2.3 --set image.registry=ghcr.io/team/zerodo --timeout 20m',
  );
  expect(calls.at(-1)).toBe(`npm run verify -- ${url} --namespace zerodo`);
  expect(output.trim().split('\n').at(-1)).toBe(`${url} runs 1.2.3.`);
});

it('ends with the end of what a program said, and 1', async () => {
  machine.failOn('^helm upgrade');
  const { code, output, calls } = await run(url, '--tag', '1.2.3');
  machine.failOn();
  expect(code).toBe(1);
  expect(output).toContain('the other side says no');
  expect(calls).toContain('helm rollback zerodo 7 --namespace zerodo --timeout 20m');
});

it('asks for metrics of ours that exist', async () => {
  const page = await readFile(join(root, 'monitoring/metrics.md'), 'utf8');
  const queries = promises.flatMap(({ total, good }) => [total('60s'), good('60s')]).join(' ');
  const names = queries.match(/[a-z_]+_(seconds|total)(?=_count|_bucket|\[)/g)!;
  expect(new Set(names)).toEqual(
    new Set([
      'api_request_duration_seconds',
      'next_occurrence_latency_seconds',
      'reminder_lateness_seconds',
      'dead_letters_total',
    ]),
  );
  for (const name of names) expect(page).toContain(`\`${name}\``);
});

it('asks in a language that Prometheus understands', async () => {
  const { parser } = await import('@prometheus-io/lezer-promql');
  const objectives = [...promises, answersOf(['a-1', 'b-2'], true), answersOf(['a-1'], false)];
  for (const { total, good } of objectives)
    for (const query of [total('600s'), good('600s')]) {
      let wrong = 0;
      parser.parse(query).iterate({ enter: ({ type }) => void (type.isError && wrong++) });
      expect(wrong, query).toBe(0);
    }
});
