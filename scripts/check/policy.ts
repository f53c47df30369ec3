import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { chart } from '../render/read-values.ts';
import { root } from '../tool.ts';
import { ask } from './ask.ts';
import { need } from './check.ts';
import type { Rendering } from './renderings.ts';

const answerShape = z.array(
  z.object({
    filename: z.string(),
    failures: z.array(z.object({ msg: z.string(), metadata: z.object({ rule: z.string() }) })).default([]),
  }),
);

/** A rule of helm/policy that is broken, and the sentence that says where. */
export type Refusal = { rule: string; sentence: string };

export const policies = join(root, 'helm', 'policy');

/** What the rules of helm/policy see of a rendering; objects.rego says what each field is. */
async function inputOf({ objects, production, cluster, alone }: Rendering): Promise<object> {
  const { topics } = z
    .looseObject({ topics: z.array(z.looseObject({ name: z.string() })) })
    .parse(parse(await readFile(join(root, 'kafka', 'topics.yaml'), 'utf8')));
  return {
    objects,
    production,
    cluster,
    alone,
    namespace: 'zerodo',
    topics: topics.map(({ name }) => name),
    consumers: parse(await readFile(join(chart, 'files', 'consumers.yaml'), 'utf8')),
  };
}

/** Which rules each rendering breaks, asked in one go: starting conftest takes longer than judging. */
export async function refusals(renderings: Rendering[]): Promise<Refusal[][]> {
  const conftest = await need('conftest');
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-policy-'));
  try {
    const files = renderings.map((_, index) => join(folder, `${index}.json`));
    await Promise.all(
      renderings.map(async (rendering, index) =>
        writeFile(files[index]!, JSON.stringify(await inputOf(rendering))),
      ),
    );
    const { said, complained } = await ask(conftest, [
      'test',
      '--policy',
      policies,
      '--output',
      'json',
      ...files,
    ]);
    if (said.trim() === '') throw new Error(`conftest could not judge: ${complained}`);
    const found = answerShape.parse(JSON.parse(said));
    return files.map((file) =>
      found
        .filter(({ filename }) => basename(filename) === basename(file))
        .flatMap(({ failures }) =>
          failures.map(({ msg, metadata }) => ({ rule: metadata.rule, sentence: msg })),
        ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
