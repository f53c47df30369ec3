import { open } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { root } from '../tool.ts';
import { ask } from './ask.ts';
import { type Check, type Findings, need } from './check.ts';
import { projectFiles } from './project-files.ts';

/** A shell script by its ending, or by its first line where it has none. */
async function isShell(path: string): Promise<boolean> {
  if (path.endsWith('.sh')) return true;
  if (extname(basename(path).replace(/^\./, '')) !== '') return false;
  const file = await open(join(root, path)).catch(() => undefined);
  if (file === undefined) return false;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(40), 0, 40, 0).finally(() => file.close());
  return /^#!.*\b(ba)?sh\b/.test(buffer.toString('utf8', 0, bytesRead));
}

async function shell(): Promise<Findings> {
  const shellcheck = await need('shellcheck');
  const all = await projectFiles();
  const shells = await Promise.all(all.map(isShell));
  const { status, said } = await ask(shellcheck, [
    '--format',
    'gcc',
    ...all.filter((_, index) => shells[index]),
  ]);
  return status === 0 ? [] : said.trim().split('\n');
}

async function dockerfiles(): Promise<Findings> {
  const hadolint = await need('hadolint');
  const found = (await projectFiles()).filter((path) => /(^|[./])Dockerfile(\.|$)/.test(path));
  if (found.length === 0) return [];
  const { status, said, complained } = await ask(hadolint, ['--no-color', ...found]);
  return status === 0 ? [] : `${said}${complained}`.trim().split('\n');
}

/** Files in languages that have a tool of their own. */
export const fileChecks: Check[] = [
  { name: 'shell scripts (shellcheck)', run: shell },
  { name: 'Dockerfiles (hadolint)', run: dockerfiles },
];
