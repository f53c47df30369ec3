import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tool.ts';
import { toolHere } from '../../tools/tools.ts';
import { workflowMutations } from '../mutations/workflows.ts';
import { scripts } from './checks.ts';
import { actionlint, zizmor } from './judge.ts';
import { brokenBy, ruleNames, type Scripts } from './rules.ts';
import { readWorkflow } from './workflow.ts';

const right = await readFile(join(root, '.github/workflows/check.yaml'), 'utf8');
const changed = workflowMutations.map(({ from, to }) => right.replace(from, () => to));
const withIndex = workflowMutations.map((mutation, index) => ({ ...mutation, index }));
const ofOurs = withIndex.filter(({ noticedBy }) => ruleNames.includes(noticedBy));
const ofOthers = withIndex.filter(({ noticedBy }) => !ruleNames.includes(noticedBy));

it.each(withIndex)('is not the same workflow any more when $done', ({ index }) => {
  expect(changed[index]).not.toBe(right);
});

describe('our rules', () => {
  let known: Scripts;
  beforeAll(async () => {
    known = await scripts();
  });

  it('have nothing against a workflow as it is', () => {
    expect(brokenBy(readWorkflow('check.yaml', right), known)).toEqual([]);
  });

  it.each(ofOurs)('notice that $done', ({ index, noticedBy }) => {
    const broken = brokenBy(readWorkflow('check.yaml', changed[index]!), known);
    expect(broken.map(({ rule }) => rule)).toEqual([noticedBy]);
  });

  it('are each broken by a mutation', () => {
    expect([...new Set(ofOurs.map(({ noticedBy }) => noticedBy))].sort()).toEqual([...ruleNames].sort());
  });
});

const tools = ['actionlint', 'zizmor', 'shellcheck'] as const;
const here = process.env.CI === 'true' || tools.every((name) => toolHere(name) !== undefined);

describe.skipIf(!here)('the programs that know workflows', () => {
  let folder: string;
  /** By the name of a file: who said what about it. */
  const noticed = new Map<string, string[]>();
  const file = (index: number) => `changed-${index}.yaml`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zerodo-workflows-'));
    const workflows = join(folder, '.github', 'workflows');
    await mkdir(workflows, { recursive: true });
    // As if git were there: actionlint looks for what is called in the project only.
    await mkdir(join(folder, '.git'));
    await cp(join(root, '.github/zizmor.yml'), join(folder, '.github/zizmor.yml'));
    await writeFile(join(workflows, 'check.yaml'), right);
    await Promise.all(ofOthers.map(({ index }) => writeFile(join(workflows, file(index)), changed[index]!)));
    const files = ['check.yaml', ...ofOthers.map(({ index }) => file(index))];
    const [linted, audited] = await Promise.all([actionlint(folder, files), zizmor(folder)]);
    for (const [who, objections] of [
      ['actionlint', linted],
      ['zizmor', audited],
    ] as const)
      for (const { file, rule } of objections)
        noticed.set(file, [...(noticed.get(file) ?? []), `${who} ${rule}`]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('have nothing against a workflow as it is', () => {
    expect(noticed.get('check.yaml') ?? []).toEqual([]);
  });

  it.each(ofOthers)('notice that $done', ({ index, noticedBy }) => {
    expect(noticed.get(file(index)) ?? []).toContain(noticedBy);
  });
});
