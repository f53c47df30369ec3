import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments, stringify } from 'yaml';

type Manifest = { kind: string; metadata: { name: string }; spec: Record<string, unknown> };

/** A function of a test, and what wakes it. */
export type Tester = {
  name: string;
  filters?: object[];
  topic?: string;
  schedule?: string;
  /** Other than production's. */
  delivery?: object;
};

const folder = fileURLToPath(new URL('../../../knative/local/', import.meta.url));
/** It has everything that a function can have. */
const model = 'webhook-deliver';

const read = async (file: string): Promise<Manifest[]> =>
  parseAllDocuments(await readFile(join(folder, file), 'utf8')).map((document) => document.toJS());

/** Writes the manifests of a function of ours under another name, with five seconds for a request and without a database. */
export async function writeManifests(
  to: string,
  { name, filters, topic, schedule, delivery }: Tester,
): Promise<void> {
  const kinds = ['Service', filters && 'Trigger', topic && 'KafkaSource', schedule && 'PingSource'];
  const own = (await read(`${model}.yaml`)).filter(({ kind }) => kinds.includes(kind));
  for (const { kind, spec } of own) {
    if (kind === 'Trigger') spec.filters = filters;
    if (kind === 'KafkaSource') Object.assign(spec, { topics: [topic], ordering: 'ordered' });
    if (kind === 'Trigger' || kind === 'KafkaSource')
      spec.delivery = { ...(spec.delivery as object), ...delivery };
    if (kind === 'PingSource') spec.schedule = schedule;
    if (kind !== 'Service') continue;
    const pod = (spec as { template: { spec: { timeoutSeconds: number; containers: object[] } } }).template
      .spec;
    pod.timeoutSeconds = 5;
    for (const container of pod.containers) Object.assign(container, { env: [] });
  }
  const text = [...own, ...(await read('events.yaml'))].map((object) => stringify(object)).join('---\n');
  await writeFile(join(to, 'tester.yaml'), text.replaceAll(model, name));
}
