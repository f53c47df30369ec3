import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../tool.ts';
import type { Check, Findings } from '../check.ts';
import { projectFiles } from '../project-files.ts';
import { wrongCommands } from './commands.ts';
import { brokenLinks } from './links.ts';
import { type Page, pageOf } from './page.ts';
import { type Known, knownPrograms } from './programs.ts';

async function pages(): Promise<Page[]> {
  const paths = (await projectFiles()).filter((path) => path.endsWith('.md'));
  return Promise.all(paths.map(async (path) => pageOf(path, await readFile(join(root, path), 'utf8'))));
}

/** What is behind each script of package.json: the TypeScript of its folder. */
async function tasks(): Promise<Known['tasks']> {
  const { scripts } = z
    .looseObject({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return new Map(
    await Promise.all(Object.keys(scripts).map(async (name) => [name, await sources(name)] as const)),
  );
}

async function sources(task: string): Promise<string> {
  const texts: string[] = [];
  for await (const path of glob(`scripts/${task}/**/*.ts`, { cwd: root, exclude: ['**/*.test.ts'] }))
    texts.push(await readFile(join(root, path), 'utf8'));
  return texts.join('\n');
}

async function links(): Promise<Findings> {
  return brokenLinks(await pages(), await projectFiles());
}

async function commands(): Promise<Findings> {
  const setup = await readFile(join(root, 'scripts/setup/options.sh'), 'utf8');
  const files = new Set(await projectFiles());
  return wrongCommands(await pages(), {
    programs: await knownPrograms(),
    tasks: await tasks(),
    setup,
    files,
  });
}

/** What people read is held to what is there. */
export const docsChecks: Check[] = [
  { name: 'links of the documentation', run: links },
  { name: 'commands of the documentation', run: commands },
];
