import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The oldest Kubernetes that Knative 1.22 and 1.23 run on, and the newest whose schemas are there. */
export const kubernetesVersions = ['1.34.0', '1.37.0'];

/**
 * Rewrites the schemas of the Python package kubernetes-validate for kubeconform: one file for each kind, with all that it refers to
 * inside. As they come, `$id` and references would be looked for on the network, and one large file would be read anew for every kind.
 * What is not needed of the package is deleted.
 */
export async function writeSchemas(installed: string, schemas: string): Promise<void> {
  for (const version of kubernetesVersions) {
    const from = join(installed, 'kubernetes_validate', 'kubernetes-json-schema', `v${version}-local-strict`);
    const to = join(schemas, `v${version}-strict`);
    await mkdir(to, { recursive: true });
    const definitions = await read(join(from, '_definitions.json'));
    for (const file of await readdir(from)) {
      const schema = await read(join(from, file));
      if (isKind(schema)) await writeFile(join(to, file), JSON.stringify(whole(schema, definitions)));
    }
  }
  for (const entry of await readdir(installed)) {
    if (join(installed, entry) !== schemas) await rm(join(installed, entry), { recursive: true });
  }
}

type Schema = Record<string, unknown>;

const read = async (path: string): Promise<Schema> =>
  lean(JSON.parse(await readFile(path, 'utf8'))) as Schema;

/** Parts of kinds have files too, but are nothing that could be applied. */
const isKind = ({ properties = {} }: Schema): boolean => 'apiVersion' in (properties as object);

/** Without what is there to be read or to be found under an address; a field may have one of these names. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(['$id', 'description'].includes(key) && typeof inner === 'string'))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? inner.replace(/^[^#]*/, '') : lean(inner),
      ]),
  );
}

/** A schema together with the definitions that it refers to, and those that these refer to. */
function whole(schema: Schema, { $defs: all = {} }: Schema): Schema {
  const taken: Schema = {};
  const take = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
      if (name === undefined || name in taken) continue;
      taken[name] = (all as Schema)[name];
      take(taken[name]);
    }
  };
  take(schema);
  return { ...schema, $defs: taken };
}
