import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Complaint } from '../start/complaint.ts';
import { exists } from '../start/process.ts';
import { bundle, makeCodeCache } from './bundle.ts';
import { eachAtMost } from './each-at-most.ts';
import { hasher } from './hash.ts';

const recipe = ['bundle.ts', 'plugins.ts', 'boot.cjs', 'code-cache.cjs'].map(
  (file) => `scripts/build/${file}`,
);

const builtShape = z.record(z.string(), z.object({ hash: z.string(), inputs: z.array(z.string()) }));

export type BuiltFunctions = {
  /** The folder of a function's boot.cjs; its path ends with `functions/<name>`, which names the process. */
  folderOf: (name: string) => string;
  rebuilt: string[];
};

/** The names of the functions: every folder that has a handler. */
export async function functionNames(root: string): Promise<string[]> {
  const folders = await readdir(join(root, 'functions'), { withFileTypes: true });
  return folders
    .flatMap(({ name }) => (existsSync(join(root, 'functions', name, 'handle.ts')) ? name : []))
    .sort();
}

/**
 * Builds the functions whose sources changed since the last time, into `<into>/<hash of the sources>/functions/<name>`, and
 * removes what is no longer used. What went into a bundle is noted down, so that nothing is bundled only to find it unchanged.
 *
 * @throws Complaint with what esbuild says, or what a function that cannot start says
 */
export async function buildFunctions(
  root: string,
  into: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<BuiltFunctions> {
  const names = await functionNames(root);
  const index = join(into, 'functions.json');
  const before = builtShape.safeParse(JSON.parse(await readFile(index, 'utf8').catch(() => '{}'))).data ?? {};
  await mkdir(into, { recursive: true });
  const after: z.infer<typeof builtShape> = {};
  const rebuilt: string[] = [];
  const hashOf = await hasher(root, recipe);

  await eachAtMost(2, names, async (name) => {
    const known = before[name];
    if (
      known &&
      existsSync(folder(into, known.hash, name)) &&
      (await hashOf(name, known.inputs)) === known.hash
    ) {
      after[name] = known;
      return;
    }
    const scratch = join(into, `scratch-${process.pid}`, 'functions', name);
    await rm(scratch, { recursive: true, force: true });
    const inputs = (await bundled(root, name, scratch))
      .filter((input) => !input.includes('node_modules/'))
      .sort();
    signal.throwIfAborted();
    await makeCodeCache(name, scratch, signal);
    const hash = await hashOf(name, inputs);
    await rm(join(into, hash), { recursive: true, force: true });
    await mkdir(join(into, hash, 'functions'), { recursive: true });
    await rename(scratch, folder(into, hash, name));
    after[name] = { hash, inputs };
    rebuilt.push(name);
  });

  // Renamed into place: another process that shares the folder never reads half of it.
  const fresh = join(into, `functions-${process.pid}.json`);
  await writeFile(fresh, `${JSON.stringify(after)}\n`);
  await rename(fresh, index);
  await removeOthers(into, new Set(Object.values(after).map(({ hash }) => hash)));
  const folderOf = (name: string) => {
    const built = after[name];
    if (!built)
      throw new Complaint(
        `A manifest wants the function ${name}, but there is no functions/${name}/handle.ts.`,
      );
    return folder(into, built.hash, name);
  };
  return { rebuilt, folderOf };
}

const folder = (into: string, hash: string, name: string) => join(into, hash, 'functions', name);

/** What is neither used nor being built by another process, which may share the folder. */
async function removeOthers(into: string, used: Set<string>): Promise<void> {
  for (const { name } of await readdir(into, { withFileTypes: true })) {
    const [, builder] = /^scratch-(\d+)$/.exec(name) ?? [];
    const others = builder !== undefined && Number(builder) !== process.pid && exists(Number(builder));
    if (!used.has(name) && !name.endsWith('.json') && !others)
      await rm(join(into, name), { recursive: true, force: true });
  }
}

/** What esbuild has to say is for whoever wrote the function; a stack of ours would only hide it. */
const bundled = (root: string, name: string, out: string): Promise<string[]> =>
  bundle(root, name, out).catch((error) => {
    throw new Complaint(`The function ${name} could not be built: ${error.message}`);
  });
