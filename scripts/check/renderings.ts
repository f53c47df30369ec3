import { readdir, readFile } from 'node:fs/promises';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

import { NoHelm, Refused, template } from '../render/helm.ts';
import { chart } from '../render/read-values.ts';
import { LeftOut } from './check.ts';

/** Any object of Kubernetes, as far as all of them are alike. */
export const objectShape = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), annotations: z.record(z.string(), z.string()).optional() }),
});
export type KubernetesObject = z.infer<typeof objectShape>;

/** What the chart makes of one set of values. */
export type Rendering = {
  /** The file of values, and what is set beside it. */
  name: string;
  objects: KubernetesObject[];
  /** Meant for more than a trial. */
  production: boolean;
  /** Applied to a cluster; values-local is for `npm start` alone. */
  cluster: boolean;
  /** Functions alone, beside a release that has the rest. */
  alone: boolean;
};

const whole = 'values-production.yaml';

/** One rendering for each file of values, and one for a function alone. */
export async function renderings(): Promise<Rendering[]> {
  const files = (await readdir(chart)).filter((name) => /^values-.*\.yaml$/.test(name)).sort();
  return Promise.all([
    ...files.map((file) => render({ file })),
    render({ set: { only: ['recurrence-spawn'] } }),
  ]);
}

/**
 * What the chart makes of a file of values, that of production unless another is given, and of single values over it.
 *
 * @throws LeftOut without helm, and what the chart says when it refuses the values
 */
export async function render({
  file = whole,
  set = {},
}: {
  file?: string;
  set?: Record<string, unknown>;
} = {}): Promise<Rendering> {
  const alone = 'only' in set;
  const name = [file, ...Object.entries(set).map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(
    ', ',
  );
  const text = await template({
    files: [file],
    set,
    release: alone ? 'part' : 'zerodo',
  }).catch((error: unknown) => {
    if (error instanceof NoHelm) throw new LeftOut(error.message);
    throw error instanceof Refused ? new Error(`${name}: ${error.message}`) : error;
  });
  const { production } = z
    .looseObject({ production: z.boolean().default(false) })
    .parse(parse(await readFile(`${chart}${file}`, 'utf8')));
  return {
    name,
    objects: parseAllDocuments(text)
      .map((document): unknown => document.toJS())
      .filter((value) => value !== null)
      .map((value) => objectShape.parse(value)),
    production,
    cluster: file !== 'values-local.yaml',
    alone,
  };
}
