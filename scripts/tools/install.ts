import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../on-path.ts';
import { folderOf } from './find.ts';
import { pin, type ToolName } from './pins.ts';
import { writeSchemas } from './schemas.ts';

/**
 * Builds or fetches a tool into its folder; all of it is there afterwards, or nothing.
 *
 * @returns nothing, or a sentence that says why it cannot be had and what to do
 */
export async function install(name: ToolName, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { from, version } = pin(name);
  const needs = 'go' in from ? 'go' : 'python3';
  if (onPath(needs, environment) === undefined) {
    return `${name} ${version} is not here and cannot be made without ${
      needs === 'go' ? 'Go: install Go 1.26 or newer' : 'Python: install python3 with pip'
    }, or put ${name} ${version} on the PATH.`;
  }
  const folder = folderOf(name, environment);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const began = performance.now();
  console.log(
    `  … ${'go' in from ? 'building' : 'fetching'} ${name} ${version} (once${'go' in from ? ', a minute or more' : ''})`,
  );
  try {
    const said =
      'go' in from
        ? await build(from.go, version, partial, environment)
        : await fetch(name, partial, environment);
    if (said !== undefined) return `${name} ${version} could not be had: ${said}`;
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    console.log(`  ✓ ${name} ${version} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return undefined;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

const build = (module: string, version: string, folder: string, environment: NodeJS.ProcessEnv) =>
  // A newer Go is never fetched behind anybody's back, and no C compiler is needed.
  run('go', ['install', `${module}@${version}`], {
    ...environment,
    GOBIN: folder,
    GOTOOLCHAIN: 'local',
    GOFLAGS: '',
    CGO_ENABLED: '0',
  });

async function fetch(
  name: ToolName,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const { from, version } = pin(name);
  if (!('pip' in from)) return undefined;
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  const said = await run(
    'python3',
    ['-m', 'pip', 'install', ...quiet, '--no-deps', '--target', folder, `${from.pip}==${version}`],
    environment,
  );
  if (said === undefined && name === 'kubernetes-schemas')
    await writeSchemas(folder, join(folder, from.file));
  return said;
}

/**
 * Runs a command behind everything else that the machine does.
 *
 * @returns nothing when it succeeds, else the last line that it said
 */
async function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.kill(process.pid, signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const [code] = await once(child, 'close');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  return code === 0 ? undefined : said.trim().split('\n').at(-1) || `${command} failed`;
}
