import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toolHere } from '../tools/tools.ts';
import { deliveryMutations } from './mutations/delivery.ts';
import { functionMutations } from './mutations/functions.ts';
import { platformMutations } from './mutations/platform.ts';
import { podMutations } from './mutations/pods.ts';
import { sourceMutations } from './mutations/sources.ts';
import { triggerMutations } from './mutations/triggers.ts';
import { webMutations } from './mutations/web.ts';
import { policies, type Refusal, refusals } from './policy.ts';
import { type KubernetesObject, type Rendering, render } from './renderings.ts';
import { misfits } from './schemas.ts';
import { advice } from './score.ts';

const mutations = [
  ...podMutations,
  ...deliveryMutations,
  ...triggerMutations,
  ...sourceMutations,
  ...functionMutations,
  ...platformMutations,
];
const ofRules = mutations.filter(({ noticedBy }) => noticedBy !== 'schemas');
const ofSchemas = mutations.filter(({ noticedBy }) => noticedBy === 'schemas');

const tools = ['helm', 'conftest', 'kubeconform', 'kubernetes-schemas', 'kube-score'] as const;
const here = process.env.CI === 'true' || tools.every((name) => toolHere(name) !== undefined);

/** The rest need not be looked at again. */
function isOther(objects: KubernetesObject[]): (object: KubernetesObject) => boolean {
  const known = new Set(objects.map((object) => JSON.stringify(object)));
  return (object) => !known.has(JSON.stringify(object));
}

describe.skipIf(!here)('a manifest of production', () => {
  let right: Rendering;
  let refused: Refusal[][];
  let misfitting: string[][];

  beforeAll(async () => {
    right = await render();
    const objects = (list: typeof mutations) =>
      list.map(({ change }) => change(structuredClone(right.objects)));
    [refused, misfitting] = await Promise.all([
      refusals([right, ...objects(ofRules).map((changed) => ({ ...right, objects: changed }))]),
      misfits([right.objects, ...objects(ofSchemas).map((all) => all.filter(isOther(right.objects)))]),
    ]);
  });

  it('is right as it is', () => {
    expect(refused[0]).toEqual([]);
    expect(misfitting[0]).toEqual([]);
  });

  it.each(ofRules.map((mutation, index) => ({ ...mutation, index })))(
    'is refused when $done',
    ({ noticedBy, index }) => {
      expect(refused[index + 1]!.map(({ rule }) => rule)).toContain(noticedBy);
    },
  );

  it.each(webMutations)('is not advised by kube-score when $done', async ({ noticedBy, change }) => {
    const found = await advice({ ...right, objects: change(structuredClone(right.objects)) });

    expect(await advice(right)).toEqual([]);
    expect(found.join('\n')).toContain(`${noticedBy.replace('kube-score ', '')}: `);
  });

  it.each(ofSchemas.map((mutation, index) => ({ ...mutation, index })))(
    'does not fit its schema when $done',
    ({ index }) => {
      expect(misfitting[index + 1]).not.toEqual([]);
    },
  );
});

describe('every rule of helm/policy', async () => {
  const files = await readdir(policies);
  const texts = await Promise.all(files.map((file) => readFile(join(policies, file), 'utf8')));
  const text = (tests: boolean) =>
    texts.filter((_, index) => files[index]!.endsWith('_test.rego') === tests).join('\n');
  const rules = [...text(false).matchAll(/(?:refusal\(|"rule": )"([a-z-]+)"/g)].map(([, rule]) => rule!);

  it.each([...new Set(rules)].sort())(
    '%s is broken by a test of its own, and by a mutation of the chart',
    (rule) => {
      expect(text(true)).toContain(`"${rule}" in broken(`);
      expect(mutations.map(({ noticedBy }) => noticedBy)).toContain(rule);
    },
  );
});
