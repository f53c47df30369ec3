import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs an installed command-line tool with the Node that runs us (the one on the PATH may be older than the tool wants).
 *
 * @returns its exit status; what it says goes where our output goes
 */
export async function tool(name: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const command = realpathSync(`${root}node_modules/.bin/${name}`);
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
