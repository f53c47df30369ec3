import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { functionNames } from '../build/functions.ts';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';

const script = join(root, 'scripts/ci/images.sh');
const registry = 'ghcr.io/team/zerodo';
const inJob = {
  GITHUB_REPOSITORY: 'Team/Zerodo',
  GITHUB_SHA: 'c0ffee',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW_REF: 'Team/Zerodo/.github/workflows/change.yaml@refs/heads/main',
};

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine(
    [
      ['^docker image inspect .* ([a-z./-]+):c0ffee$', '^docker push {1}:', '{1}@sha256:1234'],
      ['^docker buildx imagetools inspect', '-', 'sha256:1234'],
    ],
    { node: process.execPath },
  );
});
afterEach(() => machine.remove());

const images = (verb: string, environment: Record<string, string> = {}) =>
  machine.runScript(script, [verb], { ...inJob, ...environment });

it('pushes every image that npm run images builds, and none besides', async () => {
  const { code, calls } = await images('push');
  const all = [...(await functionNames(root)), 'migrate', 'verify', 'web'];
  expect(code).toBe(0);
  expect(calls.sort()).toEqual(all.map((name) => `docker push ${registry}/${name}:c0ffee`).sort());
});

it('builds them under the name of the registry and the commit', async () => {
  expect((await images('build')).calls).toEqual([`npm run images -- --registry ${registry} --tag c0ffee`]);
});

it('scans all of them before it refuses one', async () => {
  machine.failOn('^trivy image .*/api-gateway:');
  const { code, output, calls } = await images('scan');
  expect(code).toBe(1);
  expect(calls.length).toBeGreaterThan(20);
  expect(output.trim().split('\n').at(-1)).toMatch(/^✗ Something in these images is known to be wrong/);
});

it('logs in with a token that stands in no argument and no line that it prints', async () => {
  const { code, output, calls } = await images('push', { REGISTRY_TOKEN: 'hidden', GITHUB_ACTOR: 'ada' });
  expect(code).toBe(0);
  expect(calls[0]).toBe('docker login ghcr.io --username ada --password-stdin');
  expect(`${output}${calls.join('\n')}`).not.toContain('hidden');
});

it('pushes nothing where it cannot log in', async () => {
  machine.failOn('^docker login');
  const { code, calls } = await images('push', { REGISTRY_TOKEN: 'hidden' });
  expect(code).not.toBe(0);
  expect(calls.filter((call) => call.startsWith('docker push'))).toEqual([]);
});

it('signs by content what was pushed, with its SBOM and where it comes from', async () => {
  await images('push');
  const { code, calls } = await images('sign');
  expect(code).toBe(0);
  const web = calls
    .filter((call) => new RegExp(`${registry}/web[:@]`).test(call))
    .map((call) => call.split(' --')[0]);
  expect(web).toEqual([
    'docker image inspect',
    'cosign sign',
    'trivy image',
    'cosign attest',
    'cosign attest',
  ]);
  const signed = calls.filter((call) => call.startsWith('cosign'));
  expect(signed.filter((call) => !call.endsWith('@sha256:1234'))).toEqual([]);
});

it('signs nothing that was not pushed', async () => {
  const { code, calls } = await images('sign');
  expect(code).not.toBe(0);
  expect(calls.filter((call) => call.startsWith('cosign'))).toEqual([]);
});

it('promotes none where one was not signed by the workflow that publishes', async () => {
  machine.failOn('^cosign verify .*/web@');
  const { code, calls } = await images('promote', { TO: 'v1.2.3' });
  expect(code).not.toBe(0);
  expect(calls.filter((call) => call.includes('imagetools create'))).toEqual([]);
  expect(calls.find((call) => call.startsWith('cosign verify'))).toContain(
    '--certificate-identity https://github.com/Team/Zerodo/.github/workflows/publish.yaml@refs/heads/main',
  );
});

it('promotes by content', async () => {
  const { code, calls } = await images('promote', { TO: 'v1.2.3' });
  expect(code).toBe(0);
  expect(calls).toContain(
    `docker buildx imagetools create --tag ${registry}/web:1.2.3 ${registry}/web@sha256:1234`,
  );
});

it('verifies one alone, by the version that a tag of git is', async () => {
  const { code, calls } = await images('verify', { ONLY: 'task-create', TAG: 'v1.2.3' });
  expect(code).toBe(0);
  expect(calls).toHaveLength(2);
  expect(calls[0]).toContain(`${registry}/task-create:1.2.3`);
  expect((await images('verify', { ONLY: '../x' })).output).toContain('✗ There is no function ../x.');
});

it('prints what it would do, and does nothing of it', async () => {
  const { code, output, calls } = await images('sign', { DRY_RUN: 'true' });
  expect(code).toBe(0);
  expect(calls).toEqual([]);
  expect(output).toContain(`cosign sign --yes <${registry}/web@digest>`);
});

it.each([
  ['which images', 'build', { GITHUB_REPOSITORY: '', GITHUB_SHA: '' }, '✗ Say which images: REGISTRY='],
  ['what to do', 'bild', {}, '✗ scripts/ci/images.sh build|scan|push|sign|verify|promote'],
  ['the new tag', 'promote', {}, '✗ TO is not set: the tag that the images get.'],
])('ends with one sentence where nobody says %s', async (_, verb, environment, sentence) => {
  const { code, output, calls } = await images(verb, environment);
  expect(code).toBe(1);
  expect(output.trim().split('\n').at(-1)).toContain(sentence);
  expect(calls).toEqual([]);
});

it('writes which run has built, of which commit', async () => {
  const file = join(machine.home, 'provenance.json');
  await machine.runScript(join(machine.bin, 'node'), ['scripts/ci/provenance.mjs', file], inJob);
  const { buildDefinition, runDetails } = JSON.parse(readFileSync(file, 'utf8'));
  expect(buildDefinition.resolvedDependencies).toEqual([
    { uri: 'git+https://github.com/Team/Zerodo@refs/heads/main', digest: { gitCommit: 'c0ffee' } },
  ]);
  expect(buildDefinition.externalParameters.workflow.path).toBe('.github/workflows/change.yaml');
  expect(runDetails.metadata.invocationId).toBe('https://github.com/Team/Zerodo/actions/runs/7/attempts/1');
});
