/**
 * The way into every npm script: `node scripts/bootstrap.mjs <task> [arguments]`. Runs on Node 20 with nothing installed: installs
 * what is missing, then runs scripts/<task>/main.ts with a Node that reads TypeScript, and passes on arguments, signals and status.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.zerodo-lockfile');
const tasks = [
  'start',
  'test',
  'check',
  'bench',
  'compare',
  'deploy',
  'demo',
  'erase',
  'faults',
  'fuzz',
  'function',
  'migrate',
  'generate',
  'render',
  'images',
  'rebuild',
  'release',
  'replay',
  'scale',
  'screenshots',
  'topics',
  'watch',
  'format',
  'tools',
  'verify',
];

const digest = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const lockfile = () => digest(readFileSync(join(root, 'package-lock.json')));
const patches = join('scripts', 'patches');
const patchesHash = () =>
  existsSync(join(root, patches))
    ? digest(
        ...readdirSync(join(root, patches))
          .sort()
          .map((name) => readFileSync(join(root, patches, name))),
      )
    : '';

/** What was installed and patched last; written after both, so a half-done installation does not count. */
const done = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : []);
const installed = () => done()[0] === lockfile();
const patched = () => done()[1] === patchesHash();

/** The Node that runs the tasks: the running one when it is 24 or newer, else the one pinned in package.json. */
export function nodeFor(version, running, pinned) {
  return Number.parseInt(version, 10) >= 24 ? running : pinned;
}

/** npm as it was called, or the one on the PATH. */
function npm(args, options) {
  const path = process.env.npm_execpath;
  return path?.endsWith('.js')
    ? spawn(process.execPath, [path, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
}

function exited(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15)),
    );
  });
}

function passSignalsTo(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

async function install() {
  const began = Date.now();
  console.log('  … installing the dependencies (npm ci, about a minute)');
  const child = npm(['ci', '--include=dev', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  passSignalsTo(child);
  stopWithNpm(child);
  const code = await exited(child);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  if (code !== 0) return code;
  if (!(installed() && patched()) && !patch()) return 1;
  console.log(`  ✓ dependencies (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return 0;
}

/**
 * npm's postinstall, and the answer to a patch that changed since. A production image installs without patch-package, and patches
 * what it bundles by itself.
 *
 * @returns false when a patch does not apply
 */
function patch() {
  const command = join(modules, 'patch-package', 'index.js');
  if (existsSync(command) && patchesHash() !== '') {
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, '--patch-dir', patches, '--error-on-fail'],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) {
      process.stderr.write(stderr);
      return false;
    }
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, `${lockfile()}\n${patchesHash()}`);
  return true;
}

/** npm gives a signal only to its shell, which dies of it and passes nothing on: then this process is left to somebody else. */
function stopWithNpm(child) {
  const { ppid } = process;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== ppid && child.kill('SIGTERM'), 250).unref();
}

async function run(task, args) {
  const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const node = nodeFor(process.versions.node, process.execPath, pinned);
  const main = join(root, 'scripts', task, 'main.ts');
  // A server that outlives this process would be nobody's: the closed channel tells it that we are gone.
  const channel = task === 'start' || task === 'function' ? ['ipc'] : [];
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning', main, ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', ...channel],
    },
  );
  passSignalsTo(child);
  stopWithNpm(child);
  return exited(child);
}

async function bootstrap([task, ...args]) {
  if (task === 'patch') {
    process.exitCode = patch() ? 0 : 1;
    return;
  }
  if (!tasks.includes(task)) {
    console.error(`There is no task "${task ?? ''}". Tasks: ${tasks.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  if (!(installed() && patched())) {
    // A changed patch may apply on top; where it does not, only a fresh installation is clean.
    const code = await alone(`install ${root}`, 'installing the dependencies', async () =>
      installed() && (patched() || patch()) ? 0 : install(),
    );
    if (code !== 0) {
      console.error('The dependencies could not be installed: npm ci says why above.');
      process.exitCode = code;
      return;
    }
  }
  process.exitCode = await run(task, args);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await bootstrap(process.argv.slice(2));
