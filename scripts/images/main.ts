/**
 * `npm run images [-- --only task-create,web --registry registry.example.com/team --tag 1.2.3 --push …]`: builds the images of the
 * functions, of the web and of the migrations with whatever engine is here. docs/how-to/build-images.md says all of it.
 */
import { functionNames } from '../build/functions.ts';
import { complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import { contexts, prepare } from './contexts.ts';
import { ask, buildArguments, type EngineName, findEngine, shown, sizeOf } from './engine.ts';
import { makeLocalBase } from './local-base.ts';
import { type Options, readOptions } from './options.ts';
import { type Origin, originOf } from './origin.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function commandsFor(image: string, engine: EngineName, options: Options, origin: Origin): string[][] {
  const ref = `${options.registry}/${image}:${options.tag}`;
  const { base, platform, push } = options;
  return [
    buildArguments(engine, { image, ref, base, origin, ...(platform && { platform }) }),
    ...(push ? [['push', ref]] : []),
  ];
}

async function makeImage(image: string, engine: EngineName, options: Options, origin: Origin): Promise<void> {
  const begun = performance.now();
  await prepare(root, image, origin);
  for (const args of commandsFor(image, engine, options, origin)) await ask(engine, args, root);
  const ref = `${options.registry}/${image}:${options.tag}`;
  const [whole, base] = [
    await sizeOf(engine, ref),
    await sizeOf(engine, options.base).catch(() => undefined),
  ];
  const size = whole && base ? `  ${megabytes(whole - base)} beyond its base` : '';
  console.log(`  ✓ ${ref} (${seconds(begun)})${size}${options.push ? ', pushed' : ''}`);
}

async function main(): Promise<void> {
  const origin = await originOf(root);
  const all = [...(await functionNames(root)), 'migrate', 'verify', 'web'];
  const options = readOptions(process.argv.slice(2), all, origin.version);
  if (options.dryRun) {
    const engine = options.engine ?? (await findEngine().catch(() => 'docker' as const));
    for (const image of options.images)
      for (const args of commandsFor(image, engine, options, origin)) console.log(shown(engine, args));
    return;
  }
  if (options.prepare) {
    for (const image of options.images) {
      await prepare(root, image, origin);
      console.log(`  ✓ ${contexts}/${image}`);
    }
    return;
  }
  const engine = await findEngine(options.engine);
  if (options.localBase) {
    await makeLocalBase(root, engine, options.base);
    console.log(`  ✓ ${options.base}: node ${process.version} and its libraries`);
  }
  for (const image of options.images) await makeImage(image, engine, options, origin);
}

try {
  await main();
} catch (error) {
  complain(error);
}
