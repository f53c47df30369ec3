import type { Variable } from './schemas.ts';

/** What a cluster would hold in the ConfigMap `zerodo` and in Secrets. */
export type Config = { configMap: Record<string, string>; secrets: Record<string, Record<string, string>> };

/** A function sees what its manifest gives it, and of the machine only these. */
const fromTheMachine = ['PATH', 'HOME', 'TZ'];

/** @throws Error when a manifest needs a secret that this machine does not have */
export function environmentOf(
  name: string,
  variables: Variable[],
  { configMap, secrets }: Config,
): Record<string, string> {
  const machine = fromTheMachine.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : []));
  const own = variables.flatMap((variable) => {
    if ('value' in variable) return [[variable.name, variable.value]];
    const { name: secret, key, optional } = variable.valueFrom.secretKeyRef;
    const value = secrets[secret]?.[key];
    if (value !== undefined) return [[variable.name, value]];
    if (optional) return [];
    throw new Error(`${name} needs the key ${key} of the Secret ${secret}, which is not there`);
  });
  return {
    ...Object.fromEntries(machine),
    NODE_ENV: 'production',
    K_SERVICE: name,
    ZERODO_EXIT_WITH_STDIN: '1',
    ...configMap,
    ...Object.fromEntries(own),
  };
}
