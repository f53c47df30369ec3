import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle, makeCodeCache } from '../../build/bundle.ts';
import { eachAtMost } from '../../build/each-at-most.ts';
import { root } from '../../tool.ts';
import type { Plant } from './plants.ts';

/**
 * The text of a source file with the bug in it.
 *
 * @throws Error where the text that a change replaces is not there exactly once
 */
export function planted(text: string, file: string, { changes }: Plant): string {
  return changes
    .filter((one) => one.file === file)
    .reduce((before, { from, to }) => {
      const [head, tail, ...more] = before.split(from);
      if (tail === undefined || more.length > 0)
        throw new Error(`${file} does not have this text exactly once: ${from}`);
      return head + to + tail;
    }, text);
}

/** Builds the functions that have the bug into a run's state folder; the sources stay as they are, and so do everybody's builds. */
export async function bundlesWith(
  plant: Plant,
  home: string,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const folder = (name: string) => join(home, 'planted', 'functions', name);
  await eachAtMost(2, [...plant.functions], async (name) => {
    await bundle(root, name, folder(name), [plugin(plant)]);
    await makeCodeCache(name, folder(name), signal);
  });
  return Object.fromEntries(plant.functions.map((name) => [name, folder(name)]));
}

const plugin = (plant: Plant): Plugin => ({
  name: 'plant',
  setup(build) {
    for (const file of new Set(plant.changes.map((one) => one.file))) {
      const filter = new RegExp(`/${file.replaceAll('.', '\\.')}$`);
      build.onLoad({ filter }, async ({ path }) => ({
        contents: planted(await readFile(path, 'utf8'), file, plant),
        loader: 'ts',
      }));
    }
  },
});
