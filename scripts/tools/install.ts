import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
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
  const needs = 'pip' in from ? 'python3' : 'go';
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
    needs === 'go'
      ? `  … building ${name} ${version} (once, a minute or more)`
      : `  … fetching ${name} ${version} (once)`,
  );
  try {
    const said = await make(name, partial, environment);
    if (said !== undefined) return `${name} ${version} could not be had: ${said}`;
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    console.log(`  ✓ ${name} ${version} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return undefined;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function make(name: ToolName, folder: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { from, version } = pin(name);
  // A newer Go is never fetched behind anybody's back, and no C compiler is needed.
  const go = { ...environment, GOBIN: folder, GOTOOLCHAIN: 'local', GOFLAGS: '', CGO_ENABLED: '0' };
  if ('pip' in from) return fetch(name, folder, environment);
  if ('go' in from) return run('go', ['install', `${from.go}@${version}`], go);
  return buildTool(from.goTool, version, folder, go);
}

async function buildTool(
  program: string,
  version: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  await writeFile(join(folder, 'go.mod'), 'module tools\n');
  return (
    (await run('go', ['get', '-tool', `${program}@${version}`], environment, folder)) ??
    (await run('go', ['build', '-o', '.', program], environment, folder))
  );
}

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
async function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<string | undefined> {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'ignore', 'pipe'] });
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
