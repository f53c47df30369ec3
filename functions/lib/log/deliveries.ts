import type { Deliver, LogEvent, OnError } from './contract.ts';

export type Delivery = {
  event: LogEvent;
  /** Deliveries of one lane go one after the other. */
  lane: string;
  /** Asked before each attempt; what nobody wants any more is dropped, not done. */
  wanted: () => boolean;
  done: () => void;
};

type Item = Delivery & { failures: number };

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/** The pause after so many failures in a row, in milliseconds. */
export const pauseAfter = (failures: number): number =>
  Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);

/** Delivers in lanes, `concurrency` at once; an event that fails holds its own lane and nobody else's. */
export class Deliveries {
  /** What is left of each lane; its first item is under way, ready, or pausing after a failure. */
  readonly #lanes = new Map<string, Item[]>();
  readonly #ready: string[] = [];
  readonly #pauses = new Set<NodeJS.Timeout>();
  readonly #concurrency: number;
  readonly #deliver: Deliver;
  readonly #onRoom: () => void;
  readonly #onError: OnError;
  #size = 0;
  #underWay = 0;
  #stopped: (() => void) | undefined;

  constructor(
    concurrency: number,
    { deliver, onRoom, onError }: { deliver: Deliver; onRoom: () => void; onError: OnError },
  ) {
    this.#concurrency = concurrency;
    this.#deliver = deliver;
    this.#onRoom = onRoom;
    this.#onError = onError;
  }

  /** Deliveries not done with yet. */
  get size(): number {
    return this.#size;
  }

  add(delivery: Delivery): void {
    const item = { ...delivery, failures: 0 };
    this.#size++;
    const lane = this.#lanes.get(item.lane);
    if (lane) {
      lane.push(item);
      return;
    }
    this.#lanes.set(item.lane, [item]);
    this.#ready.push(item.lane);
    this.#fill();
  }

  /** Begins nothing more; resolves when nothing is under way. */
  async stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      this.#stopped = resolve;
    });
    for (const pause of this.#pauses) clearTimeout(pause);
    if (this.#underWay === 0) this.#stopped?.();
    await stopped;
  }

  #fill(): void {
    while (!this.#stopped && this.#underWay < this.#concurrency && this.#ready.length > 0) {
      void this.#attempt(this.#ready.shift()!);
    }
  }

  async #attempt(name: string): Promise<void> {
    const lane = this.#lanes.get(name)!;
    const item = lane[0]!;
    this.#underWay++;
    const failure = item.wanted() ? await this.#failure(item) : undefined;
    if (failure) this.#pause(name, item, failure);
    else this.#leave(name, lane);
    this.#underWay--;
    if (this.#stopped && this.#underWay === 0) this.#stopped();
    this.#fill();
  }

  /** Nothing else may fail once an event is delivered: it would be delivered again. */
  async #failure({ event, done }: Item): Promise<Error | undefined> {
    try {
      await this.#deliver(event);
    } catch (error) {
      return error as Error;
    }
    done();
    return undefined;
  }

  #leave(name: string, lane: Item[]): void {
    lane.shift();
    this.#size--;
    if (lane.length > 0) this.#ready.push(name);
    else this.#lanes.delete(name);
    this.#onRoom();
  }

  #pause(name: string, item: Item, error: Error): void {
    if (this.#stopped) return;
    this.#onError(
      new Error(`${item.event.attributes.id} is delivered again later: ${error.message}`, { cause: error }),
    );
    const pause = setTimeout(
      () => {
        this.#pauses.delete(pause);
        this.#ready.unshift(name);
        this.#fill();
      },
      pauseAfter(++item.failures),
    );
    this.#pauses.add(pause);
  }
}
