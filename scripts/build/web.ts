import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { alone } from '../alone.mjs';
import { Complaint } from '../start/complaint.ts';
import { hasher } from './hash.ts';

export type BuiltWeb = { server: string; rebuilt: boolean };

const made = ['node_modules', '.next', 'e2e', 'next-env.d.ts'];

/** Every file below `folder` that goes into the pages, relative to `root`. */
async function sources(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (made.includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    return entry.isDirectory() ? sources(root, path) : [path];
  });
  return (await Promise.all(found)).flat().sort();
}

/**
 * Builds the web application when its sources changed since the last time, and keeps the server that runs without
 * node_modules in `<into>/<hash of the sources>`, in place of the one before.
 *
 * @throws Complaint with the end of what `next build` said
 */
export async function buildWeb(root: string, into: string, signal: AbortSignal): Promise<BuiltWeb> {
  const folders = ['web', 'functions/lib/domain', 'functions/lib/api'];
  const files = (await Promise.all(folders.map((folder) => sources(root, folder)))).flat();
  const hash = await (await hasher(root, ['scripts/build/web.ts']))('web', files);
  const server = join(into, hash, 'web', 'server.js');
  if (existsSync(server)) return { server, rebuilt: false };

  await alone(`web ${root}`, 'building the web application', () => copyBuild(root, into, hash, signal));
  return { server, rebuilt: true };
}

async function copyBuild(root: string, into: string, hash: string, signal: AbortSignal): Promise<void> {
  const kept = join(into, hash);
  const output = join(root, 'web', '.next');
  const stamp = join(output, 'zerodo-sources');
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== hash) {
    await nextBuild(root, signal);
    await writeFile(stamp, hash);
  }
  await rm(`${kept}.new`, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await cp(join(output, 'standalone'), `${kept}.new`, { recursive: true, verbatimSymlinks: true });
  await cp(join(output, 'static'), join(`${kept}.new`, 'web', '.next', 'static'), { recursive: true });
  const assets = join(root, 'web', 'public');
  if (existsSync(assets)) await cp(assets, join(`${kept}.new`, 'web', 'public'), { recursive: true });
  for (const name of await readdir(into)) {
    if (name !== `${hash}.new`) await rm(join(into, name), { recursive: true, force: true });
  }
  await rename(`${kept}.new`, kept);
}

async function nextBuild(root: string, signal: AbortSignal): Promise<void> {
  const next = createRequire(join(root, 'web', 'package.json')).resolve('next/dist/bin/next');
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: join(root, 'web'),
    signal,
    env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Complaint(`The web application could not be built:\n${said.trim()}`);
}
