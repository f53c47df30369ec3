import {
  chmod,
  copyFile,
  cp,
  lutimes,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../build/bundle.ts';
import { buildWeb } from '../build/web.ts';
import { bundleWebTelemetry } from '../build/web-telemetry.ts';
import { dependenciesOf, type Lockfile, lockfileShape, type Package, packagesOf } from './lockfile.ts';
import { noticesOf } from './notices.ts';
import type { Origin } from './origin.ts';
import { sbomOf } from './sbom.ts';

/** Where the contexts of images lie, one folder an image: what goes in and nothing else. */
export const contexts = '.zerodo/images';

/**
 * Puts what goes into `image` (a function, `web` or `migrate`) in place of what was there before: bundles and pages are the same on
 * every platform, so they are made here once, and no engine needs npm or a network.
 *
 * @returns the folder
 */
export async function prepare(root: string, image: string, origin: Origin): Promise<string> {
  const folder = join(root, contexts, image);
  const scratch = join(root, '.zerodo', `images-${process.pid}`, image);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    const lockfile = lockfileShape.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
    const packages = await fill(root, image, scratch, lockfile);
    await describe(root, image, origin, packages, scratch);
    await settle(scratch, origin.created);
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await rename(scratch, folder);
  } finally {
    await rm(dirname(scratch), { recursive: true, force: true });
  }
  return folder;
}

async function fill(root: string, image: string, out: string, lockfile: Lockfile): Promise<Package[]> {
  if (image === 'web') return fillWeb(root, out, lockfile);
  const inputs = await (image === 'migrate' || image === 'verify'
    ? bundleScript(root, image, out)
    : bundle(root, image, out));
  return packagesOf(lockfile, inputs);
}

/** As an ES module, because the migrations are found beside the file that applies them. */
async function bundleScript(root: string, name: 'migrate' | 'verify', out: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts', name, 'main.ts')],
    outfile: join(out, `${name}.mjs`),
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'silent',
    // It reads the chart, which only somebody with a kubectl has: in the image there is neither.
    ...(name === 'verify' && { external: ['./cluster/checks.ts'] }),
  });
  if (name === 'migrate')
    await cp(join(root, 'functions/lib/store/migrations'), join(out, 'migrations'), { recursive: true });
  return Object.keys(metafile.inputs);
}

/** Parts that Next copies for work that these pages never ask of it: resizing pictures. */
const unused = ['sharp', '@img'];

async function fillWeb(root: string, out: string, lockfile: Lockfile): Promise<Package[]> {
  const { server } = await buildWeb(root, join(root, '.zerodo', 'images-web'), new AbortController().signal);
  await cp(join(dirname(server), '..'), out, { recursive: true, verbatimSymlinks: true });
  for (const name of unused) await rm(join(out, 'node_modules', name), { recursive: true, force: true });
  await bundleWebTelemetry(root, join(out, 'web'));
  return dependenciesOf(lockfile, 'web');
}

async function describe(root: string, image: string, origin: Origin, packages: Package[], out: string) {
  const patches = (await readdir(join(root, 'scripts/patches'))).sort();
  // `<package>+<version>.patch`, or several of them with a number and a name each.
  const patched = ({ name, version }: Package) =>
    patches.flatMap((file) => {
      const begins = `${name.replace('/', '+')}+${version}`;
      const ours = file.startsWith(`${begins}.patch`) || file.startsWith(`${begins}+`);
      return ours ? [`scripts/patches/${file}`] : [];
    });
  const sbom = sbomOf(image, origin, packages, patched);
  await writeFile(join(out, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  await writeFile(join(out, 'NOTICES'), await noticesOf(root, packages));
  await copyFile(join(root, 'LICENSE'), join(out, 'LICENSE'));
}

/** Readable by everybody, writable by nobody but root, and as old as the commit, whatever the umask and the day are here. */
async function settle(folder: string, time: Date): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settle(path, time);
    else {
      if (!entry.isSymbolicLink()) await chmod(path, 0o644);
      await lutimes(path, time, time);
    }
  }
  await chmod(folder, 0o755);
  await lutimes(folder, time, time);
}
