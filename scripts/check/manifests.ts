import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { onPath } from '../on-path.ts';
import { chart } from '../render/read-values.ts';
import { root } from '../tool.ts';
import { ask } from './ask.ts';
import { type Check, type Findings, need } from './check.ts';
import { policies, refusals } from './policy.ts';
import { projectFiles } from './project-files.ts';
import { type KubernetesObject, objectShape, renderings } from './renderings.ts';
import { misfits } from './schemas.ts';
import { advice } from './score.ts';

type All = Awaited<ReturnType<typeof renderings>>;

/** Every rendering is made once, by the first check that looks at it. */
let made: Promise<All> | undefined;
function all(): Promise<All> {
  made ??= renderings();
  return made;
}

/** What is found in several renderings is said once, with the first that has it. */
function once(findings: Findings[], all: All): Findings {
  const first = new Map<string, string>();
  for (const [index, rendering] of all.entries()) {
    for (const finding of findings[index] ?? []) if (!first.has(finding)) first.set(finding, rendering.name);
  }
  return [...first].map(([finding, name]) => `${name}: ${finding}`);
}

async function lint(): Promise<Findings> {
  const helm = await need('helm');
  const files = (await readdir(chart)).filter((name) => /^values-.*\.yaml$/.test(name));
  const answers = await Promise.all(
    [[], ...files.map((file) => ['--values', join(chart, file)])].map((values) =>
      ask(helm, ['lint', '--strict', '--quiet', '--kube-version', '1.34.0', ...values, chart]),
    ),
  );
  const wrong = answers.filter(({ status }) => status !== 0);
  // What is wrong with the chart is wrong with every file of values.
  return [...new Set(wrong.map(({ said, complained }) => `${said}${complained}`.trim()))];
}

async function schemas(): Promise<Findings> {
  // Most objects are the same whatever the values are.
  const seen = new Set<string>();
  const unseen = (object: KubernetesObject) => seen.size < seen.add(JSON.stringify(object)).size;
  return once(await misfits((await all()).map(({ objects }) => objects.filter(unseen))), await all());
}

async function policy(): Promise<Findings> {
  const conftest = await need('conftest');
  const verified = await ask(conftest, ['verify', '--policy', policies, '--no-color']);
  if (verified.status !== 0) return [`${verified.said}${verified.complained}`.trim()];
  const found = await refusals(await all());
  return once(
    found.map((list) => list.map(({ rule, sentence }) => `${rule}: ${sentence}`)),
    await all(),
  );
}

async function score(): Promise<Findings> {
  const clusters = (await all()).filter(({ cluster }) => cluster);
  return once(await Promise.all(clusters.map(advice)), clusters);
}

/** What `kubectl apply -k` would be given has to be buildable, and fit the schemas as well. */
async function kustomize(): Promise<Findings> {
  const kubectl = onPath('kubectl', process.env);
  const [program, command] =
    kubectl === undefined ? [await need('kustomize'), 'build'] : [kubectl, 'kustomize'];
  const rendered = (await readdir(join(root, 'knative'))).filter((name) => !name.includes('.'));
  const folders = [...rendered.map((name) => `knative/${name}`), 'monitoring'];
  const built = await Promise.all(folders.map((folder) => ask(program, [command, folder])));
  const wrong = await misfits(
    built.map(({ status, said }) =>
      status === 0 ? parseAllDocuments(said).map((document) => objectShape.parse(document.toJS())) : [],
    ),
  );
  return folders.flatMap((folder, index) => [
    ...(built[index]!.status === 0 ? [] : [built[index]!.complained.trim()]),
    ...wrong[index]!.map((finding) => `${folder}: ${finding}`),
  ]);
}

/** Values of other charts and lists of our own are no manifests, a Kustomization is for kubectl alone, and a cluster of kind for kind. */
const manifestShape = z.looseObject({
  apiVersion: z.string().refine((version) => !version.startsWith('kind.x-k8s.io/')),
  kind: z.string().refine((kind) => kind !== 'Kustomization'),
});

/** Manifests that are committed for people to apply: for Kafka, Postgres and the rest of what Zerodo stands on. */
async function examples(): Promise<Findings> {
  const files = (await projectFiles()).filter(
    (path) =>
      /^(kafka|helm\/(?!zerodo\/)|monitoring|scripts\/setup)\/.*\.yaml$/.test(path) &&
      existsSync(join(root, path)),
  );
  const lists = await Promise.all(
    files.map(async (path) =>
      parseAllDocuments(await readFile(join(root, path), 'utf8'))
        .map((document): unknown => document.toJS())
        .filter((value) => manifestShape.safeParse(value).success)
        .map((value) => objectShape.parse(value)),
    ),
  );
  const wrong = await misfits(lists);
  return wrong.flatMap((list, index) => list.map((finding) => `${files[index]}: ${finding}`));
}

/** What is done with the manifests before a cluster sees them. */
export const manifestChecks: Check[] = [
  { name: 'chart (helm lint)', run: lint },
  { name: 'manifests by their schemas (kubeconform)', run: schemas },
  { name: 'manifests by our rules (conftest)', run: policy },
  { name: 'manifests by kube-score', run: score },
  { name: 'examples by their schemas (kubeconform)', run: examples },
  { name: 'kustomizations (kubectl kustomize)', run: kustomize },
];
