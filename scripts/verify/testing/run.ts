import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Line } from '../check.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export type Verified = { status: number | null; out: string; err: string };

/** `npm run verify -- args` as a process of its own; `started` gets hold of it. */
export async function verify(
  args: string[],
  { env = {}, started }: { env?: Record<string, string>; started?: (child: ChildProcess) => void } = {},
): Promise<Verified> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started?.(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const [status] = await once(child, 'close');
  return { status, out, err };
}

/** What `--json` printed. */
export const report = ({ out }: Verified): { url: string; ok: boolean; lines: Line[] } => JSON.parse(out);

/** The names of the lines that ended so. */
export const namesOf = (lines: readonly Line[], result: Line['result']): string[] =>
  lines.filter((line) => line.result === result).map(({ name }) => name);
