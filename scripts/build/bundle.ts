import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { Complaint } from '../start/complaint.ts';
import { lazyBuiltins, noDomains } from './plugins.ts';

const boot = new URL('boot.cjs', import.meta.url);

/** Flags of V8 that the code cache and the process have to agree on; the small semi-space halves a busy function's memory. */
export const nodeFlags = ['--max-semi-space-size=4'];

/**
 * Bundles a function and its server into `out` (boot.cjs, app.js).
 *
 * @returns the files that went in, relative to `root`
 */
export async function bundle(root: string, name: string, out: string): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const { metafile } = await build({
    stdin: {
      contents: `
        import definition from '${join(root, 'functions', name, 'handle.ts')}';
        import { start } from '@zerodo/runtime/start';
        const started = start(definition);
        export const warm = async () => (await started).warm();
      `,
      resolveDir: join(root, 'functions', name),
      sourcefile: `${name}.entry`,
      loader: 'ts',
    },
    outfile: join(out, 'app.js'),
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
    plugins: [lazyBuiltins, noDomains],
    banner: { js: '(function(exports,require,module,__filename,__dirname){' },
    footer: { js: '})' },
  });
  await copyFile(boot, join(out, 'boot.cjs'));
  const described = join('functions', name, 'package.json');
  if (existsSync(join(root, described))) await copyAssets(join(root, described), join(out, 'assets'));
  return [described, ...Object.keys(metafile.inputs)].filter((input) => existsSync(join(root, input)));
}

/** Files that a function sends as they are, and names in its package.json: beside the bundle, so that its start reads none. */
async function copyAssets(described: string, out: string): Promise<void> {
  const { zerodo } = JSON.parse(await readFile(described, 'utf8')) as { zerodo?: { assets?: string[] } };
  for (const asset of zerodo?.assets ?? []) {
    await mkdir(out, { recursive: true });
    await copyFile(createRequire(described).resolve(asset), join(out, basename(asset)));
  }
}

/** What a function needs to start without a world around it: addresses where nobody listens. */
const nowhere = {
  PORT: '0',
  ZERODO_HOST: '127.0.0.1',
  ZERODO_APP_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  ZERODO_WORKER_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  ZERODO_FUNCTION_URL: 'http://127.0.0.1:9/{function}',
  ZERODO_WEB_URL: 'http://127.0.0.1:9',
  ZERODO_JWKS_URL: 'http://127.0.0.1:9/jwks',
  ZERODO_ORIGINS: 'http://127.0.0.1:9',
  ZERODO_LOG_LEVEL: 'silent',
};

/**
 * Starts the bundle in `out` once, lets it answer requests and keeps what V8 compiled.
 *
 * @throws Complaint with what the function said when it could not
 */
export async function makeCodeCache(name: string, out: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [...nodeFlags, join(out, 'boot.cjs')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', MAKE_V8_CACHE: '1', K_SERVICE: name, ...nowhere },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
    signal,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code, killedBy] = await once(child, 'close');
  if (code !== 0)
    throw new Complaint(
      `The function ${name} did not start (${killedBy ?? `status ${code}`}): ${said.trim().slice(-2000)}`,
    );
}
