import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll } from 'vitest';

const daemon = '/usr/sbin/dockerd';

/** What the engine says to `args`; its errors are the test's. */
export type TestEngine = {
  name: 'docker' | 'podman';
  say: (...args: string[]) => string;
  /** Both streams of a container's output. */
  logsOf: (id: string) => string;
  env: () => NodeJS.ProcessEnv;
};

const answers = (command: string, env = process.env): boolean =>
  spawnSync(command, ['info'], { env, stdio: 'ignore', timeout: 20_000 }).status === 0;

/** Docker where its daemon runs or may be started here for the test, else podman; nothing where there is neither. */
const kind = answers('docker')
  ? 'docker'
  : existsSync(daemon) && process.getuid?.() === 0
    ? 'own docker'
    : answers('podman')
      ? 'podman'
      : undefined;

/** Whether tests with containers are left out here, which is said in a line; with CI=true they run, and fail where they cannot. */
export function withoutEngine(): boolean {
  if (kind || process.env.CI === 'true') return false;
  process.stderr.write(
    'Tests of the images are skipped: they need Docker or podman (on Debian: apt-get install docker.io).\n',
  );
  return true;
}

/** Runs what follows until its stdin closes: a daemon does not outlive a test run that was killed. */
const whileHeld = ['-c', '"$@" & read -r _; kill $!; wait $!', 'sh'];

/** The container engine of this machine, or a Docker daemon of the test file's own, without bridge and without iptables. */
export function testEngine(): TestEngine {
  const name = kind === 'podman' ? 'podman' : 'docker';
  const own = kind !== 'podman' && kind !== 'docker';
  let home: string;
  let holder: ChildProcess | undefined;
  const env = () => (own ? { ...process.env, DOCKER_HOST: `unix://${home}/socket` } : process.env);
  const say = (...args: string[]) =>
    execFileSync(name, args, { env: env(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const logsOf = (id: string) => {
    const { stdout, stderr } = spawnSync(name, ['logs', id], { env: env(), encoding: 'utf8' });
    return `${stdout}${stderr}`.trim();
  };

  beforeAll(async () => {
    if (!own) return;
    home = await mkdtemp(join(tmpdir(), 'zerodo-docker-'));
    const places = ['--data-root', `${home}/data`, '--exec-root', `${home}/exec`, '--pidfile', `${home}/pid`];
    const alone = ['--host', `unix://${home}/socket`, '--iptables=false', '--bridge=none'];
    const log = await open(`${home}/log`, 'w');
    holder = spawn('sh', [...whileHeld, daemon, ...places, ...alone], {
      stdio: ['pipe', log.fd, log.fd],
      detached: true,
    });
    await once(holder, 'spawn');
    await log.close();
    const came = await until(() => existsSync(`${home}/socket`) && answers(name, env()), 30_000).then(
      () => true,
      () => false,
    );
    if (!came)
      throw new Error(`dockerd does not answer: ${(await readFile(`${home}/log`, 'utf8')).slice(-2000)}`);
  }, 60_000);

  afterAll(async () => {
    if (!holder) return;
    holder.stdin?.end();
    await once(holder, 'exit');
    // The daemon leaves its network namespace mounted.
    spawnSync('sh', ['-c', `umount "${home}"/exec/netns/*`]);
    await rm(home, { recursive: true, force: true });
  }, 60_000);

  return { name, say, logsOf, env };
}
