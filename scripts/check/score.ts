import { z } from 'zod';
import { ask } from './ask.ts';
import { need } from './check.ts';
import type { Rendering } from './renderings.ts';

/** Checks of kube-score that are not asked for, and why. */
const ignored: Record<string, string> = {
  'networkpolicy-targets-pod': 'The pods of functions are made by Knative: kube-score cannot see them.',
  'container-image-pull-policy': 'A tag is never reused, so that pulling it again would only slow a start.',
  'container-ephemeral-storage-request-and-limit':
    'The root file system is read-only, and the emptyDir at /tmp has a limit of its own.',
  'deployment-has-host-podantiaffinity':
    'Topology spread constraints do the same, and give way on a cluster of one node.',
};

/** Values of installations that may be away for a minute, and do with one of everything. */
const single = ['values-kind.yaml', 'values-minikube.yaml', 'values-smallest.yaml', 'values-staging.yaml'];

const answerShape = z
  .array(
    z.object({
      object_name: z.string(),
      type_meta: z.object({ kind: z.string() }),
      checks: z.array(
        z.object({
          check: z.object({ id: z.string() }),
          /** 10 is right, 7 nearly so, 5 a warning, 1 critical. */
          grade: z.int(),
          skipped: z.boolean(),
          comments: z
            .array(z.object({ path: z.string(), summary: z.string(), description: z.string() }))
            .nullish(),
        }),
      ),
    }),
  )
  .nullable();

/**
 * What kube-score would have otherwise in Kubernetes' own kinds. Of Knative's it says nothing: helm/policy is for those.
 */
export async function advice({ name, objects }: Rendering): Promise<string[]> {
  const program = await need('kube-score');
  const ignore = Object.keys(ignored).flatMap((id) => ['--ignore-test', id]);
  const least = single.includes(name) ? '1' : '2';
  const { said, complained } = await ask(
    program,
    [
      'score',
      '--kubernetes-version',
      'v1.34',
      '--output-format',
      'json',
      ...ignore,
      '--min-replicas-hpa',
      least,
      '-',
    ],
    objects.map((object) => JSON.stringify(object)).join('\n---\n'),
  );
  if (said.trim() === '') throw new Error(`kube-score could not judge: ${complained}`);
  return (answerShape.parse(JSON.parse(said)) ?? []).flatMap(({ object_name, type_meta, checks }) =>
    checks
      .filter(({ skipped, grade }) => !skipped && grade < 7)
      .flatMap(({ check, comments }) =>
        (comments ?? []).map(
          ({ path, summary, description }) =>
            `${type_meta.kind} ${object_name}: ${check.id}: ${[path, summary, description].filter((part) => part !== '').join(': ')}`,
        ),
      ),
  );
}
