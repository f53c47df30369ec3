import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../../tool.ts';
import type { Check, Findings } from '../check.ts';
import { projectFiles } from '../project-files.ts';
import { actionlint, type Objection, zizmor } from './judge.ts';
import { type Broken, brokenBy, pinsOf, type Scripts } from './rules.ts';
import { readWorkflow } from './workflow.ts';

const folder = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const actions = /^\.github\/actions\/.*\/action\.ya?ml$/;

/** The files of .github/workflows, by their names. */
export async function workflowFiles(): Promise<string[]> {
  return (await projectFiles()).filter((path) => folder.test(path)).map((path) => basename(path));
}

/** What a `run` may call. */
export async function scripts(): Promise<Scripts> {
  const { scripts: npm } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return { npm: Object.keys(npm), files: await projectFiles() };
}

const said = (objections: Objection[]): Findings =>
  objections.map(({ file, rule, sentence }) => `${file}: ${rule}: ${sentence}`);

async function ours(): Promise<Findings> {
  const known = await scripts();
  const look = async (path: string): Promise<Broken[]> => {
    const text = await readFile(join(root, path), 'utf8');
    return folder.test(path) ? brokenBy(readWorkflow(path, text), known) : pinsOf(text);
  };
  const paths = (await projectFiles()).filter((path) => folder.test(path) || actions.test(path));
  const found = await Promise.all(paths.map(look));
  return paths.flatMap((path, index) =>
    found[index]!.map(({ rule, sentence }) => `${path}: ${rule}: ${sentence}`),
  );
}

/** What happens on GitHub, judged here. */
export const workflowChecks: Check[] = [
  { name: 'workflows (actionlint)', run: async () => said(await actionlint(root, await workflowFiles())) },
  { name: 'workflows (zizmor)', run: async () => said(await zizmor(root)) },
  { name: 'workflows by our rules', run: ours },
];
