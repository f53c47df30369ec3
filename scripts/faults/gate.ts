import { setTimeout as sleep } from 'node:timers/promises';

/** How far apart operations that are let in over a while come. */
const stepMs = 25;

/** Lets people do so many operations and no more: a run is as long as its faults, and its operations come while they happen. */
export class Gate {
  #free = 0;
  #closed = false;
  readonly #waiting: ((open: boolean) => void)[] = [];
  readonly #whenEmpty: (() => void)[] = [];

  /** Waits for leave to do one more; false when there is no more. */
  enter(): Promise<boolean> {
    if (this.#free > 0) {
      this.#taken();
      return Promise.resolve(true);
    }
    if (this.#closed) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves when all that were let in have begun. */
  async empty(): Promise<void> {
    if (this.#free > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
  }

  open(count: number): void {
    this.#free += count;
    while (this.#free > 0 && this.#waiting.length > 0) {
      this.#taken();
      this.#waiting.shift()!(true);
    }
  }

  /** Lets `count` in evenly over `ms`. */
  async openOver(count: number, ms: number): Promise<void> {
    const steps = Math.max(1, Math.round(ms / stepMs));
    for (let step = 1, admitted = 0; step <= steps; step++) {
      const due = Math.floor((count * step) / steps);
      this.open(due - admitted);
      admitted = due;
      await sleep(stepMs);
    }
  }

  /** What has been let in may still begin; everybody else goes home. */
  close(): void {
    this.#closed = true;
    for (const leave of this.#waiting.splice(0)) leave(false);
  }

  #taken(): void {
    this.#free--;
    if (this.#free === 0) for (const resolve of this.#whenEmpty.splice(0)) resolve();
  }
}
