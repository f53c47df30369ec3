import { Progress } from './progress.ts';

/** What one member knows of a partition that is its own. */
export class Partition {
  readonly topic: string;
  readonly number: number;
  readonly progress = new Progress();
  /** The offset after the last record taken; what comes again below it is under way or done. */
  next = -1;
  committed = -1;
  paused = false;
  /** Somebody else's now: what has not begun yet is theirs to deliver. */
  lost = false;

  constructor(topic: string, number: number) {
    this.topic = topic;
    this.number = number;
  }

  get lane(): string {
    return `${this.topic}/${this.number}`;
  }

  /** The offset up to which all is done. */
  get reached(): number {
    return this.progress.lowest(this.next);
  }
}

/** The partitions of one member, kept up to date with what the group assigns. */
export class Partitions {
  readonly #own = new Map<string, Partition>();

  /** Keeps what stays, forgets what went, and answers what is new. */
  assign(assignment: Record<string, number[]>): Partition[] {
    const fresh: Partition[] = [];
    const before = new Set(this.#own.keys());
    for (const [topic, numbers] of Object.entries(assignment)) {
      for (const number of numbers) {
        const partition = new Partition(topic, number);
        if (before.delete(partition.lane)) continue;
        this.#own.set(partition.lane, partition);
        fresh.push(partition);
      }
    }
    for (const lane of before) {
      this.#own.get(lane)!.lost = true;
      this.#own.delete(lane);
    }
    return fresh;
  }

  get(topic: string, number: number): Partition | undefined {
    return this.#own.get(`${topic}/${number}`);
  }

  all(): Partition[] {
    return [...this.#own.values()];
  }
}
