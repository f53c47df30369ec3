import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { Complaint } from '../start/complaint.ts';
import { lazyBuiltins, lazyPackages, noDomains, sdkApart, withoutUnused } from './plugins.ts';

/** Beside every bundle: how it starts, and how its code cache is made. */
const beside = ['boot.cjs', 'code-cache.cjs'];

/** Flags of V8 that the code cache and the process have to agree on; the small semi-space halves a busy function's memory. */
export const nodeFlags = ['--max-semi-space-size=4'];

/**
 * Bundles a function and its server into `out` (boot.cjs, code-cache.cjs, app.js, telemetry.js): the
 * same bytes on every platform.
 * `more` is for measurements that leave something out.
 *
 * @returns the files that went in, relative to `root`
 */
export async function bundle(
  root: string,
  name: string,
  out: string,
  more: Plugin[] = [],
): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const resolveDir = join(root, 'functions', name);
  const program = `
    import '@zerodo/runtime/interpreted-schemas';
    import definition from '${join(resolveDir, 'handle.ts')}';
    import { start } from '@zerodo/runtime/start';
    const started = start(definition);
    export const warm = async () => (await started).warm();
  `;
  const inputs = [
    ...(await bundleFile({ root, resolveDir, contents: program, outfile: join(out, 'app.js'), more })),
    ...(await bundleFile({
      root,
      resolveDir,
      contents: `export { startSdk } from '@zerodo/runtime/telemetry/sdk';`,
      outfile: join(out, 'telemetry.js'),
      more,
    })),
  ];
  for (const name of beside) await copyFile(new URL(name, import.meta.url), join(out, name));
  const described = join('functions', name, 'package.json');
  if (existsSync(join(root, described))) await copyAssets(join(root, described), join(out, 'assets'));
  return [...new Set([described, ...inputs])].filter((input) => existsSync(join(root, input)));
}

/** One file in the form that boot.cjs loads. Answers what went into it, relative to `root`. */
async function bundleFile({
  root,
  resolveDir,
  contents,
  outfile,
  more,
}: {
  root: string;
  resolveDir: string;
  contents: string;
  outfile: string;
  more: Plugin[];
}): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir, sourcefile: `${basename(outfile)}.entry`, loader: 'ts' },
    outfile,
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    charset: 'ascii',
    legalComments: 'none',
    // Names stay readable in stack traces; the code cache makes shorter code no faster.
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    plugins: [...more, lazyBuiltins, lazyPackages, noDomains, sdkApart, withoutUnused],
    banner: { js: '(function(exports,require,module,__filename,__dirname,load){' },
    footer: { js: '})' },
  });
  return Object.keys(metafile.inputs);
}

/** Files that a function sends as they are, and names in its package.json: beside the bundle, so that its start reads none. */
async function copyAssets(described: string, out: string): Promise<void> {
  const { zerodo } = JSON.parse(await readFile(described, 'utf8')) as { zerodo?: { assets?: string[] } };
  for (const asset of zerodo?.assets ?? []) {
    await mkdir(out, { recursive: true });
    await copyFile(createRequire(described).resolve(asset), join(out, basename(asset)));
  }
}

/**
 * Starts the bundle in `out` once, lets it answer requests and keeps what V8 compiled.
 *
 * @throws Complaint with what the function said when it could not
 */
export async function makeCodeCache(name: string, out: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [...nodeFlags, join(out, 'code-cache.cjs')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', K_SERVICE: name },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
    signal,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code, killedBy] = await once(child, 'close');
  // Told to stop because it took too long, a function ends as well as it can, with 0.
  if (code !== 0 || !existsSync(join(out, 'app.js.v8')))
    throw new Complaint(
      `The function ${name} did not start (${killedBy ?? `status ${code}`}): ${said.trim().slice(-2000)}`,
    );
}
