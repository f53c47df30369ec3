import { readFile } from 'node:fs/promises';
import { until } from '@zerodo/testing/until';
import { freePort } from '../../start/ports.ts';
import type { TestEngine } from './engine.ts';

export type Container = {
  url: string;
  logs: () => string;
  /** What the kernel says of its first process: its program, its user, its number inside. */
  first: () => Promise<{ name: string; uid: number; pidInside: number }>;
  /** SIGTERM, and SIGKILL when that is not enough. @returns its exit status */
  stop: () => number;
};

/** As restricted pod security has it: nothing may be written but /tmp, no capability, no way to get one. */
const restricted = [
  '--read-only',
  '--tmpfs=/tmp',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--network=host',
];

const settings = (env: Record<string, string>): string[] =>
  Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);

/** Starts a server's container and waits until it is ready. */
export async function startContainer(
  { say, logsOf }: TestEngine,
  ref: string,
  env: Record<string, string>,
): Promise<Container> {
  const port = await freePort();
  const id = say('run', '--detach', ...restricted, ...settings({ PORT: String(port), ...env }), ref);
  const url = `http://127.0.0.1:${port}`;
  const inspect = (what: string) => say('inspect', '--format', `{{.State.${what}}}`, id);
  await until(async () => {
    if (inspect('Running') !== 'true') throw new Error(`${ref} ended by itself: ${logsOf(id)}`);
    return fetch(`${url}/healthz/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }, 60_000);
  return {
    url,
    logs: () => logsOf(id),
    async first() {
      const status = await readFile(`/proc/${inspect('Pid')}/status`, 'utf8');
      const line = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)![1]!.split('\t');
      const name = (await readFile(`/proc/${inspect('Pid')}/cmdline`, 'utf8')).split('\0')[0]!;
      return { name, uid: Number(line('Uid')[0]), pidInside: Number(line('NSpid').at(-1)) };
    },
    stop() {
      say('stop', '--time', '20', id);
      const code = Number(inspect('ExitCode'));
      say('rm', id);
      return code;
    },
  };
}

/** Runs a container to its end. @returns its exit status and what it said */
export function runContainer(
  { say, logsOf }: TestEngine,
  ref: string,
  env: Record<string, string>,
): { code: number; said: string } {
  const id = say('run', '--detach', ...restricted, ...settings(env), ref);
  const code = Number(say('wait', id));
  const said = logsOf(id);
  say('rm', id);
  return { code, said };
}
