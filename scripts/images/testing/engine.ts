import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll } from 'vitest';
import { exists } from '../../start/process.ts';

const daemon = '/usr/sbin/dockerd';

/** What the engine says to `args`; its errors are the test's. */
export type TestEngine = {
  name: 'docker' | 'podman';
  say: (...args: string[]) => string;
  /** Both streams of a container's output. */
  logsOf: (id: string) => string;
  env: () => NodeJS.ProcessEnv;
};

const answers = (command: string): boolean => {
  try {
    execFileSync(command, ['info'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};

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

/** The container engine of this machine, or a Docker daemon of the test file's own, without bridge and without iptables. */
export function testEngine(): TestEngine {
  const name = kind === 'podman' ? 'podman' : 'docker';
  let home: string;
  let pid: number | undefined;
  const env = () => (pid ? { ...process.env, DOCKER_HOST: `unix://${home}/socket` } : process.env);
  const say = (...args: string[]) =>
    execFileSync(name, args, { env: env(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

  beforeAll(async () => {
    if (kind === 'podman' || kind === 'docker') return;
    home = await mkdtemp(join(tmpdir(), 'zerodo-docker-'));
    const args = ['--data-root', `${home}/data`, '--exec-root', `${home}/exec`, '--pidfile', `${home}/pid`];
    const child = spawn(
      daemon,
      [...args, '-H', `unix://${home}/socket`, '--iptables=false', '--bridge=none'],
      {
        stdio: 'ignore',
        detached: true,
      },
    );
    await once(child, 'spawn');
    pid = child.pid;
    await until(() => {
      if (!exists(pid!))
        throw new Error('dockerd ended by itself: it needs root and a kernel that lets it mount.');
      return existsSync(`${home}/socket`) && canSay();
    }, 30_000);
  }, 60_000);

  afterAll(async () => {
    if (!pid) return;
    const daemonPid = pid;
    process.kill(daemonPid, 'SIGTERM');
    await until(() => !exists(daemonPid), 30_000);
    // The daemon leaves its network namespace mounted.
    execFileSync('sh', ['-c', `umount "${home}"/exec/netns/* 2>/dev/null || true`]);
    await rm(home, { recursive: true, force: true });
  }, 60_000);

  const canSay = () => {
    try {
      return say('info') !== '';
    } catch {
      return false;
    }
  };
  const logsOf = (id: string) => {
    const { stdout, stderr } = spawnSync(name, ['logs', id], { env: env(), encoding: 'utf8' });
    return `${stdout}${stderr}`.trim();
  };
  return { name, say, logsOf, env };
}
