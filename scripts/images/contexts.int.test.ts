import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCodeCache, nodeFlags } from '../build/bundle.ts';
import { root } from '../tool.ts';
import { prepare } from './contexts.ts';

// A function that no other test prepares at the same time.
const image = 'rule-preview';
const origin = { version: '0.1.0', created: new Date('2026-11-21T12:00:00Z') };
let scratch: string;
let folder: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'zerodo-images-'));
  folder = await prepare(root, image, origin);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Every file with its content, mode and time. */
const seen = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => {
      const { mode, mtime } = statSync(join(path, file));
      const digest = createHash('sha256')
        .update(readFileSync(join(path, file)))
        .digest('hex');
      return `${file} ${(mode & 0o777).toString(8)} ${mtime.toISOString()} ${digest}`;
    });

it('a function’s image gets its bundle and what is said about it, nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'LICENSE',
    'NOTICES',
    'app.js',
    'boot.cjs',
    'code-cache.cjs',
    'sbom.cdx.json',
    'telemetry.js',
  ]);
  expect(seen(folder).every((line) => line.includes(' 644 2026-11-21T12:00:00.000Z '))).toBe(true);
});

it('is the same, byte by byte, when it is made again', async () => {
  const before = seen(folder);
  await prepare(root, image, origin);

  expect(seen(folder)).toEqual(before);
});

it('lists the packages that are in the bundle, with our patches', async () => {
  const { components } = JSON.parse(await readFile(join(folder, 'sbom.cdx.json'), 'utf8'));
  const names = components.map(({ name }: { name: string }) => name);

  expect(names).toEqual(expect.arrayContaining(['functions-framework', 'pino', 'zod']));
  expect(names).not.toContain('esbuild');
  expect(await readFile(join(folder, 'NOTICES'), 'utf8')).toContain('MIT License');
});

it('has a code cache that only the same node with the same flags takes', async () => {
  const made = join(scratch, image);
  await cp(folder, made, { recursive: true });
  await makeCodeCache(image, made, new AbortController().signal);
  const check = (flags: string[]) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...flags, join(made, 'code-cache.cjs'), 'check'],
      {
        encoding: 'utf8',
      },
    );
    return [status, stderr.trim()];
  };

  expect(check(nodeFlags)).toEqual([0, '']);
  expect(check([...nodeFlags, '--max-lazy'])).toEqual([
    1,
    expect.stringMatching(/^The V8 code cache does not fit node v\d.* with .*--max-lazy: make both anew\.$/),
  ]);
});

it('nothing goes to an engine that is given another folder', async () => {
  const rules = (await readFile(join(root, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => /^[^#]/.test(line));

  expect(rules).toEqual(['*']);
});
