import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generator } from './generators.ts';

/** The files of `generator` that are missing, different or no longer generated, relative to `root`. */
export async function staleFiles({ folder, render }: Generator, root: string): Promise<string[]> {
  const wanted = await render();
  const there = await readdir(join(root, folder)).catch(() => []);
  const different = await Promise.all(
    Object.entries(wanted).map(async ([name, text]) => {
      const is = await readFile(join(root, folder, name), 'utf8').catch(() => undefined);
      return is === text ? [] : [join(folder, name)];
    }),
  );
  const leftOver = there.filter((name) => !(name in wanted)).map((name) => join(folder, name));
  return [...different.flat(), ...leftOver].sort();
}

/** Brings a generated folder up to date. Answers what changed. */
export async function writeGenerated(generator: Generator, root: string): Promise<string[]> {
  const stale = await staleFiles(generator, root);
  const wanted = await generator.render();
  await mkdir(join(root, generator.folder), { recursive: true });
  for (const file of stale) {
    const text = wanted[file.slice(generator.folder.length + 1)];
    await (text === undefined ? rm(join(root, file)) : writeFile(join(root, file), text));
  }
  return stale;
}
