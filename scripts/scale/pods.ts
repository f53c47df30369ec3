import type { Resource } from '../verify/cluster/kubectl.ts';

/** How many pods each function has, those left out that are on their way out. */
export type Pods = ReadonlyMap<string, number>;

export function countPods(found: readonly Resource[]): Pods {
  const counts = new Map<string, number>();
  for (const { metadata } of found) {
    const name = metadata.labels?.['serving.knative.dev/service'];
    if (name && !metadata.deletionTimestamp) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What a cluster was seen to do over a time. */
export class Seen {
  readonly #least = new Map<string, number>();
  readonly #most = new Map<string, number>();
  readonly #names: readonly string[];
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  add(pods: Pods): void {
    for (const name of this.#names) {
      const count = pods.get(name) ?? 0;
      this.#least.set(name, Math.min(this.#least.get(name) ?? count, count));
      this.#most.set(name, Math.max(this.#most.get(name) ?? count, count));
    }
  }

  most(name: string): number {
    return this.#most.get(name) ?? 0;
  }

  /** Those that were never at zero. */
  get neverAtZero(): string[] {
    return this.#names.filter((name) => (this.#least.get(name) ?? 0) > 0);
  }

  /** Those that never ran. */
  get neverThere(): string[] {
    return this.#names.filter((name) => this.most(name) === 0);
  }
}
