import type { Nudge } from './nudge.ts';

const keptMs = 10 * 60_000;
/** However much happens in ten minutes: some ten megabytes. */
const keptCount = 20_000;

/** The nudges of the last ten minutes, for those who come back. */
export class Backlog {
  #nudges: Nudge[] = [];
  /** After this id everything is held: the last one let go, or the mark of the beginning. */
  #floor: string;

  constructor(beginning: string) {
    this.#floor = beginning;
  }

  /** The id that a client which has heard everything goes on after. */
  get last(): string {
    return this.#nudges.at(-1)?.id ?? this.#floor;
  }

  add(nudge: Nudge): void {
    const young = this.#nudges.findIndex(({ at }) => at > nudge.at - keptMs);
    const expired = young < 0 ? this.#nudges.length : young;
    this.#letGo(Math.max(expired, this.#nudges.length < keptCount ? 0 : keptCount / 10));
    this.#nudges.push(nudge);
  }

  /** What came after `id`, oldest first; undefined when that is not known. */
  after(id: string): Nudge[] | undefined {
    if (id === this.#floor) return [...this.#nudges];
    const index = this.#nudges.findLastIndex((nudge) => nudge.id === id);
    return index < 0 ? undefined : this.#nudges.slice(index + 1);
  }

  /** Forgets everything: from `beginning` on it is whole again. */
  restart(beginning: string): void {
    this.#nudges = [];
    this.#floor = beginning;
  }

  #letGo(count: number): void {
    if (count === 0) return;
    this.#floor = this.#nudges[count - 1]!.id;
    this.#nudges.splice(0, count);
  }
}
