import { setTimeout as sleep } from 'node:timers/promises';
import { type FunctionProcess, type Launch, launch } from './function-process.ts';

export type ServiceOptions = {
  name: string;
  /** Without a request for this long the process is stopped. */
  windowMs: number;
  minScale: 0 | 1;
  /** The longest that a request may take, waiting for the start included; a drain gets as long. */
  timeoutMs: number;
  launch: Launch;
};

/** One line about a start or a stop, for the person who watches. */
export type Say = (line: string) => void;

/** The function cannot be started now; nothing of the request was sent. */
export class Unavailable extends Error {}

/** A held request waits for as many starts before it is given up. */
const STARTS = 2;
const LONGEST_PAUSE_MS = 5_000;

/**
 * A Knative Service on this machine: at most one process, started by the first request and stopped when none came for a
 * while. Whoever sends a request holds the process by `acquire` and lets go by `release`.
 */
export class Service {
  readonly options: ServiceOptions;
  private readonly say: Say;
  private current: FunctionProcess | undefined;
  private starting: Promise<FunctionProcess> | undefined;
  private lastGone: Promise<unknown> = Promise.resolve();
  private inFlight = 0;
  private lastUsed = 0;
  private idleTimer: NodeJS.Timeout | undefined;
  private failures = 0;
  private readonly closing = new AbortController();

  constructor(options: ServiceOptions, say: Say) {
    this.options = options;
    this.say = say;
  }

  /**
   * The running process, started when there is none.
   *
   * @throws Unavailable when it cannot start, or the runner stops
   */
  async acquire(why: string): Promise<FunctionProcess> {
    this.inFlight++;
    try {
      return this.current ?? (await this.start(why));
    } catch (error) {
      this.release();
      throw error instanceof Unavailable
        ? error
        : new Unavailable(error instanceof Error ? error.message : String(error));
    }
  }

  release(): void {
    this.inFlight--;
    this.lastUsed = performance.now();
  }

  /** A Service that is never at zero starts with the runner. */
  keepWarm(): void {
    if (this.options.minScale === 0) return;
    this.start('min-scale 1').catch(() => {
      // Said already; the next request or crash tries again.
    });
  }

  async close(): Promise<void> {
    this.closing.abort(new Unavailable('Zerodo is stopping'));
    clearTimeout(this.idleTimer);
    await this.starting?.catch(() => undefined);
    await this.current?.stop(Math.min(this.options.timeoutMs, 10_000));
    await this.lastGone;
  }

  private start(why: string): Promise<FunctionProcess> {
    this.starting ??= this.startOnce(why).finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  private async startOnce(why: string): Promise<FunctionProcess> {
    for (let attempt = 1; ; attempt++) {
      // Never two at a time: who drains may still write.
      await this.lastGone;
      if (this.failures > 0) await this.pause();
      this.closing.signal.throwIfAborted();
      const began = performance.now();
      try {
        const started = await launch(this.options.launch);
        this.say(`▲ ${this.options.name} started in ${Math.round(performance.now() - began)} ms (${why})`);
        this.failures = 0;
        this.adopt(started);
        return started;
      } catch (error) {
        this.failures++;
        this.say(`✗ ${error instanceof Error ? error.message : error}`);
        if (attempt === STARTS) throw error;
      }
    }
  }

  /** After failed starts, longer each time; a stop ends it. */
  private pause(): Promise<void> {
    const ms = Math.min(100 * 2 ** this.failures, LONGEST_PAUSE_MS);
    return sleep(ms, undefined, { signal: this.closing.signal }).catch(() => {});
  }

  private adopt(started: FunctionProcess): void {
    this.current = started;
    this.lastUsed = performance.now();
    this.lookForIdleness(this.options.windowMs);
    this.lastGone = started.gone.then((how) => {
      if (this.current !== started) return;
      this.current = undefined;
      clearTimeout(this.idleTimer);
      if (this.closing.signal.aborted) return;
      this.say(`✗ ${this.options.name} ended by itself (${how})`);
      this.keepWarm();
    });
  }

  private lookForIdleness(afterMs: number): void {
    if (this.options.minScale === 1) return;
    this.idleTimer = setTimeout(() => {
      const left =
        this.inFlight > 0 ? this.options.windowMs : this.lastUsed + this.options.windowMs - performance.now();
      if (left > 0) this.lookForIdleness(left);
      else void this.scaleToZero();
    }, afterMs);
  }

  private async scaleToZero(): Promise<void> {
    const idle = this.current;
    this.current = undefined;
    await idle?.stop(this.options.timeoutMs);
    if (!this.closing.signal.aborted)
      this.say(
        `▼ ${this.options.name} stopped after ${Math.round(this.options.windowMs / 1000)} s without a request`,
      );
  }
}
