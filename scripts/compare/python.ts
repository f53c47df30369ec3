import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tool.ts';

const library = 'python-dateutil==2.9.0.post0';

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr ?? 'not found'}`);
}

/** The Python that has the library: in an environment of its own, made once with what the network gives. */
export function pythonWithDateutil(): string {
  const home = join(root, 'node_modules', '.cache', 'compare');
  const python = join(home, 'bin', 'python');
  if (existsSync(join(home, 'ready'))) return python;
  run('python3', ['-m', 'venv', home]);
  run(python, ['-m', 'pip', 'install', '--quiet', library, 'tzdata']);
  run(python, ['-c', `open(${JSON.stringify(join(home, 'ready'))}, 'w').close()`]);
  return python;
}
