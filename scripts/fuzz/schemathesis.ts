import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../start/complaint.ts';
import { root } from '../tool.ts';

const version = '4.32.5';
const folder = join(root, 'node_modules', '.cache', 'zerodo', `schemathesis-${version}`);

/** Its command, in a virtual environment of its own that is made when it is first needed. */
export async function schemathesis(): Promise<string> {
  const command = join(folder, 'bin', 'schemathesis');
  if (existsSync(command)) return command;
  if (spawnSync('python3', ['--version']).status !== 0) {
    throw new Complaint('The fuzz run needs Python 3.10 or newer: install python3 and its venv module.');
  }
  console.log(`Installing schemathesis ${version} …`);
  await mkdir(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  await run(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
  return command;
}

async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Complaint(`${command} ${args.join(' ')} failed.`);
}
