import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const inJob = {
  GITHUB_REPOSITORY: 'Team/Zerodo',
  GITHUB_SHA: 'c0ffee',
  GITHUB_REF_NAME: `v${version}`,
  REGISTRY_TOKEN: 'hidden',
};

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine([
    ['^helm push', '^helm package', 'Pushed: ghcr.io/team/zerodo/charts/zerodo:1\\nDigest: sha256:1234\\n'],
    ['^gh run list', '-', '42\\n'],
  ]);
});
afterEach(() => machine.remove());

const script =
  (name: string) =>
  (verb: string, environment: Record<string, string> = {}) =>
    machine.runScript(join(root, 'scripts/ci', name), [verb], { ...inJob, ...environment });
const last = (output: string) => output.trim().split('\n').at(-1);

describe('the chart', () => {
  const chart = script('chart.sh');

  it('is rendered as it was packed, with each file of values', async () => {
    const { code, calls } = await chart('test');
    expect(code).toBe(0);
    const rendered = calls.filter((call) => call.startsWith('helm template'));
    expect(rendered.length).toBeGreaterThan(6);
    expect(rendered.filter((call) => !call.includes(`zerodo-${version}.tgz`))).toEqual([]);
  });

  it('is pushed, and signed by what the registry made of it', async () => {
    const { code, output, calls } = await chart('push');
    expect(code).toBe(0);
    expect(calls.at(-1)).toBe('cosign sign --yes ghcr.io/team/zerodo/charts/zerodo@sha256:1234');
    expect(`${output}${calls.join('\n')}`).not.toContain('hidden');
  });

  it('says so where it cannot be signed', async () => {
    machine.answer([['^helm push', '-', 'Pushed: something\\n']]);
    const { code, output, calls } = await chart('push');
    expect(code).toBe(1);
    expect(last(output)).toMatch(/^✗ helm push does not say what it pushed/);
    expect(calls.filter((call) => call.startsWith('cosign'))).toEqual([]);
  });
});

describe('a tag', () => {
  const released = script('released.sh');

  it('is the version of the sources, and the changelog knows it', async () => {
    expect(await released('check')).toMatchObject({
      code: 0,
      calls: [`npm run release -- notes ${version}`],
    });
    const other = await released('check', { GITHUB_REF_NAME: 'v99.0.0' });
    expect([other.code, last(other.output)]).toEqual([
      1,
      `✗ The tag is v99.0.0 and package.json says ${version}: make releases with npm run release.`,
    ]);
  });

  it('waits for the run that publishes its commit, and for it to end well', async () => {
    expect((await released('wait')).calls.at(-1)).toBe('gh run watch 42 --exit-status --interval 60');
    machine.failOn('^gh run watch');
    expect((await released('wait')).code).toBe(1);
  });

  it('gives up where main never had its commit', async () => {
    machine.answer([['^gh run list', '-', '']]);
    const { code, output, calls } = await released('wait', { TRIES: '2' });
    expect(code).toBe(1);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['gh', 'sleep', 'gh', 'sleep']);
    expect(last(output)).toBe(
      '✗ Nothing on main has published c0ffee: push the commit of a tag to main as well.',
    );
  });

  it('is announced with what the changelog says', async () => {
    expect((await released('announce')).calls.at(-1)).toMatch(
      new RegExp(`^gh release create v${version} --verify-tag --title 'Zerodo ${version}' --notes-file `),
    );
  });

  it.each(['main', 'v1.2', ''])('is none that is called "%s"', async (name) => {
    const { code, output } = await released('check', { GITHUB_REF_NAME: name });
    expect([code, last(output)]).toEqual([
      1,
      `✗ GITHUB_REF_NAME is "${name}", and a release is a tag such as v1.2.3.`,
    ]);
  });
});
