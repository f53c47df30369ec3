import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { root } from '../tool.ts';
import { kubernetesVersions } from '../tools/schemas.ts';
import { ask } from './ask.ts';
import { need } from './check.ts';
import type { KubernetesObject } from './renderings.ts';

const answerShape = z.object({
  resources: z
    .array(
      z.object({
        filename: z.string(),
        kind: z.string(),
        name: z.string(),
        status: z.string(),
        msg: z.string(),
      }),
    )
    .nullish(),
});

/** Our own closed schemas, for kinds that are not Kubernetes' own. */
const ours = join(
  root,
  'helm',
  'schemas',
  '{{ .Group }}',
  '{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
);
const core =
  '{{ .NormalizedKubernetesVersion }}{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json';

/**
 * What is wrong with each list of objects by its schemas, in the oldest and the newest Kubernetes that is supported. A field that
 * no schema knows is wrong, and so is a kind without a schema. Nothing is looked for on the network.
 */
export async function misfits(lists: KubernetesObject[][]): Promise<string[][]> {
  const [kubeconform, schemas] = await Promise.all([need('kubeconform'), need('kubernetes-schemas')]);
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-schemas-'));
  try {
    await Promise.all(
      lists.map((items, index) =>
        writeFile(join(folder, `${index}.json`), JSON.stringify({ apiVersion: 'v1', kind: 'List', items })),
      ),
    );
    const answers = await Promise.all(
      kubernetesVersions.map((version) =>
        ask(kubeconform, [
          ...['-strict', '-output', 'json', '-kubernetes-version', version],
          ...['-schema-location', join(schemas, core), '-schema-location', ours],
          folder,
        ]),
      ),
    );
    const wrong = answers.flatMap(({ said, complained }) => {
      if (said.trim() === '') throw new Error(`kubeconform could not judge: ${complained}`);
      return answerShape.parse(JSON.parse(said)).resources ?? [];
    });
    return lists.map((_, index) => [
      ...new Set(
        wrong
          .filter(({ filename }) => basename(filename) === `${index}.json`)
          .map(({ kind, name, msg }) => `${kind} ${name}: ${msg}`),
      ),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
