import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generator } from './generators.ts';

type File = { path: string; text: string | undefined };

/** What differs from what `generator` renders: files to write, and, without a text, files that are no longer rendered. */
async function differences({ folder, render, shared }: Generator, root: string): Promise<File[]> {
  const wanted = await render();
  const different: File[] = [];
  for (const [name, text] of Object.entries(wanted)) {
    const path = join(folder, name);
    if ((await readFile(join(root, path), 'utf8').catch(() => undefined)) !== text)
      different.push({ path, text });
  }
  const there = shared ? [] : await readdir(join(root, folder)).catch(() => []);
  const leftOver = there.filter((name) => !(name in wanted));
  return [...different, ...leftOver.map((name) => ({ path: join(folder, name), text: undefined }))];
}

/** The files that are not as `generator` renders them, relative to `root`. */
export async function staleFiles(generator: Generator, root: string): Promise<string[]> {
  return (await differences(generator, root)).map(({ path }) => path);
}

/** Brings what `generator` renders up to date. Answers what changed. */
export async function writeGenerated(generator: Generator, root: string): Promise<string[]> {
  const changes = await differences(generator, root);
  await mkdir(join(root, generator.folder), { recursive: true });
  for (const { path, text } of changes) {
    await (text === undefined ? rm(join(root, path)) : writeFile(join(root, path), text));
  }
  return changes.map(({ path }) => path);
}
