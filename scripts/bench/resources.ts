import { readdir, readFile, readlink } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { parse } from 'yaml';
import { root } from '../tool.ts';
import { completing, creating, listing } from './api.ts';
import { client } from './load.ts';
import { head, say } from './say.ts';

/** What the kernel says of a process: resident memory now and at its most (bytes), and the processor's time (seconds). */
type Taken = { now: number; most: number; processor: number };

/** Linux counts a process's time in hundredths of a second, on every platform that Node runs on. */
const ticksPerSecond = 100;
const mib = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MiB`;

/** The functions that run out of this home, by name; the one with the most memory where there are several. */
async function running(home: string): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken>();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const one = await read(pid, home).catch(() => undefined);
    if (one && one.most > (taken.get(one.name)?.most ?? 0)) taken.set(one.name, one);
  }
  return taken;
}

/** @throws when the process has ended meanwhile */
async function read(pid: string, home: string): Promise<(Taken & { name: string }) | undefined> {
  const [command, status, stat, folder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readlink(join(home, 'build')).catch(() => join(home, 'build')),
  ]);
  const [, name] = /\/functions\/([^/]+)\/boot\.cjs/.exec(command) ?? [];
  if (name === undefined || !(command.includes(folder) || command.includes(home))) return undefined;
  const kibibytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1]) * 1024;
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return {
    name,
    now: kibibytes('VmRSS'),
    most: kibibytes('VmHWM'),
    processor: (user! + system!) / ticksPerSecond,
  };
}

/** Nearly as large a file as is taken. */
async function importing(url: string, cookie: string): Promise<void> {
  const lines = Array.from({ length: 9_000 }, (_, n) => `Imported ${n},${'x'.repeat(800)}`);
  const { status } = await fetch(`${url}/api/v1/import?format=csv`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'text/csv' },
    body: ['title,notes', ...lines].join('\n'),
  });
  if (status !== 200) throw new Error(`The import was answered with ${status}.`);
}

/**
 * What an instance of each function takes: at rest, at its most, and of the processor since it started, while fifty ask at
 * once. `memory`, `memoryLimit` and `cpu` in the chart's values are set by these rows.
 */
export async function resources(zerodo: RunningZerodo): Promise<void> {
  if (platform() !== 'linux') return console.log('Resources are read from /proc, which only Linux has.');
  const { cookie } = await zerodo.signUp();
  const call = client(zerodo.url, cookie);
  const loads = [
    () => creating(call, 3_000, 50),
    () => completing(call, 1_500, 50),
    () => listing(call, 1_500, 50),
    () => importing(zerodo.url, cookie),
  ];
  await call('POST', '/tasks', { title: 'The first' });
  const rest = await running(zerodo.home);
  const taken = new Map<string, Taken>();
  for (const work of loads) {
    await work();
    // One that nobody asks any more is at zero by the next look.
    for (const [name, one] of await running(zerodo.home))
      if (one.most > (taken.get(name)?.most ?? 0)) taken.set(name, one);
  }
  const values = parse(await readFile(join(root, 'helm/zerodo/values.yaml'), 'utf8'));
  head('function', 'at its start', 'at its most', 'processor', 'asks for', 'limit');
  for (const [name, { most, processor }] of [...taken].sort()) {
    const { memory, memoryLimit } = { ...values.functionDefaults, ...values.functions[name] };
    const first = rest.get(name);
    say(name, first ? mib(first.now) : '–', mib(most), `${processor.toFixed(1)} s`, memory, memoryLimit);
  }
}
