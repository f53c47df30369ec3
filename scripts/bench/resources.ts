import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { parse } from 'yaml';
import { root } from '../tool.ts';
import { completing, creating, listing } from './api.ts';
import { client } from './load.ts';
import { functionsOf, type Taken } from './processes.ts';
import { head, mib, say } from './say.ts';

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
  const rest = await functionsOf(zerodo.process.pid!);
  const taken = new Map<string, Taken>();
  for (const work of loads) {
    await work();
    // One that nobody asks any more is at zero by the next look.
    for (const [name, one] of await functionsOf(zerodo.process.pid!))
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
