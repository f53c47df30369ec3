import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The oldest Kubernetes that Knative 1.22 and 1.23 run on, and the newest whose schemas are there. */
export const kubernetesVersions = ['1.34.0', '1.37.0'];

/**
 * Rewrites the schemas of the Python package kubernetes-validate for kubeconform: without `$id`, and with references between files,
 * both of which would be looked for on the network. What is not needed of the package is deleted.
 */
export async function writeSchemas(installed: string, schemas: string): Promise<void> {
  for (const version of kubernetesVersions) {
    const from = join(installed, 'kubernetes_validate', 'kubernetes-json-schema', `v${version}-local-strict`);
    const to = join(schemas, `v${version}-strict`);
    await mkdir(to, { recursive: true });
    for (const file of await readdir(from)) {
      const schema: unknown = JSON.parse(await readFile(join(from, file), 'utf8'));
      await writeFile(join(to, file), JSON.stringify(withoutNetwork(schema)));
    }
  }
  for (const entry of await readdir(installed)) {
    if (join(installed, entry) !== schemas) await rm(join(installed, entry), { recursive: true });
  }
}

function withoutNetwork(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNetwork);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === '$id' && typeof inner === 'string'))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('/api/_definitions.json', '_definitions.json')
          : withoutNetwork(inner),
      ]),
  );
}
