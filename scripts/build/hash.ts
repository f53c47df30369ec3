import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Answers the content hash of files together with what every build depends on: the lockfile, our patches of what it installs,
 * the version of Node and `recipe`, the files that say how to build. Reads a file once.
 */
export async function hasher(
  root: string,
  recipe: string[],
): Promise<(name: string, files: string[]) => Promise<string>> {
  const digests = new Map<string, Promise<string>>();
  const digestOf = (file: string) => {
    const known = digests.get(file) ?? digest(join(root, file));
    digests.set(file, known);
    return known;
  };
  const patches = (await readdir(join(root, 'scripts/patches')).catch(() => [])).map(
    (name) => `scripts/patches/${name}`,
  );
  const always = ['package-lock.json', ...patches, ...recipe].sort();

  return async (name, files) => {
    const hash = createHash('sha256').update(`${name}\n${process.version}\n${process.arch}\n`);
    for (const file of [...always, ...files]) hash.update(`${file} ${await digestOf(file)}\n`);
    return hash.digest('hex').slice(0, 16);
  };
}

/** A file that is gone has a digest too: one that no file has. */
const digest = async (path: string): Promise<string> => {
  const content = await readFile(path).catch(() => undefined);
  return content ? createHash('sha256').update(content).digest('hex') : 'missing';
};
