import { glob } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { root } from '../tool.ts';
import { ask } from './ask.ts';

const made = new Set(['.git', '.next', '.zerodo', 'coverage', 'node_modules']);

/**
 * Every file of the project, relative to it: what is committed or about to be. Of a copy that git does not know, or does not
 * want to look into, whatever nobody has made there.
 */
export async function projectFiles(): Promise<string[]> {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = await ask('git', args).catch(() => undefined);
  if (listed?.status === 0) return listed.said.split('\n').filter((path) => path !== '');
  const found: string[] = [];
  const exclude = ({ name }: { name: string }) => made.has(basename(name));
  for await (const entry of glob('**/*', { cwd: root, withFileTypes: true, exclude })) {
    if (entry.isFile()) found.push(relative(root, join(entry.parentPath, entry.name)));
  }
  return found;
}
