import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { prepare } from '../images/contexts.ts';
import { root } from '../tool.ts';

let folder: string;
beforeAll(async () => {
  folder = await prepare(root, 'verify', { version: '0.1.0', created: new Date('2026-11-21T12:00:00Z') });
});

/** What the image runs, away from everything else that is here. */
const run = (args: string[]) =>
  promisify(execFile)(process.execPath, [`${folder}/verify.mjs`, ...args], { cwd: '/', env: {} }).then(
    () => '',
    ({ code, stderr }) => `${code} ${stderr}`,
  );

it('the image’s script runs by itself', async () => {
  expect(await run([])).toMatch(/^1 Say what to verify, an address or a namespace: [^\n]+\n$/);
});

it('says that it has no way into the cluster', async () => {
  expect(await run(['--namespace', 'zerodo'])).toMatch(/^1 This image looks from outside only: [^\n]+\n$/);
});
