import type { Resource } from './kubectl.ts';

/** Why an object is not what its condition `type` says, in words; undefined when it is. */
export function notYet({ status }: Resource, type = 'Ready'): string | undefined {
  const condition = status?.conditions?.find((one) => one.type === type);
  if (condition?.status === 'True') return undefined;
  if (!condition) return 'nobody has looked at it yet: is its controller installed?';
  const why = [condition.reason, condition.message].filter(Boolean).join(': ');
  return why || `${type} is ${condition.status}`;
}

/** Every object that is expected and missing, and every one that is there and not ready, each in a sentence. */
export function troubles(kind: string, expected: readonly string[], found: readonly Resource[]): string[] {
  const names = new Set(found.map(({ metadata }) => metadata.name));
  const missing = expected.filter((name) => !names.has(name)).map((name) => `${kind} ${name} is missing`);
  const unready = found
    .filter(({ metadata }) => expected.includes(metadata.name) || isOurs(metadata))
    .flatMap((one) => {
      const why = notYet(one);
      return why ? [`${kind} ${one.metadata.name} is not ready: ${why}`] : [];
    });
  return [...missing, ...unready];
}

const isOurs = ({ labels }: Resource['metadata']): boolean =>
  labels?.['app.kubernetes.io/part-of'] === 'zerodo';

/** The word for many of what a list holds. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
