import type { StoredEvent } from '@zerodo/store/events';
import type { Sql } from '@zerodo/store/sql';
import { coalesced } from './coalesce.ts';
import type { OnError } from './contract.ts';
import { asLog, eventsAfter, lastPosition } from './table.ts';

/** Told by Postgres that positions were given, or at the latest after this. */
const pollMs = 5_000;
const batch = 500;
/** Readers at the tip find what they need here; those further back ask the table themselves. */
const kept = 1_000;

/**
 * The end of the events table as one process sees it: read once, whatever number of readers there
 * are. A notification is only a hint to look again; positions decide what is new.
 */
export class Feed {
  tip = 0;
  #recent: StoredEvent[] = [];
  #opened: Promise<void> | undefined;
  #poll: NodeJS.Timeout | undefined;
  #failing = false;
  readonly #hears = new Set<() => void>();
  readonly #sql: Sql;
  readonly #onError: OnError;
  readonly #look = coalesced(() => this.#read());

  constructor(sql: Sql, onError: OnError) {
    this.#sql = sql;
    this.#onError = onError;
  }

  /** Looks at the end of the table, once, and from then on keeps up with it. */
  open(): Promise<void> {
    this.#opened ??= this.#begin().catch((error) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  /** Calls `hear` whenever the tip has moved, until the answer is called. */
  onGrowth(hear: () => void): () => void {
    this.#hears.add(hear);
    return () => this.#hears.delete(hear);
  }

  /** The events after `position`; undefined when they are not all held any more. */
  after(position: number): StoredEvent[] | undefined {
    const first = this.#recent[0];
    if (!first || position < first.logPosition - 1) return position === this.tip ? [] : undefined;
    let start = this.#recent.length;
    while (start > 0 && this.#recent[start - 1]!.logPosition > position) start--;
    return this.#recent.slice(start);
  }

  close(): void {
    clearInterval(this.#poll);
    this.#hears.clear();
  }

  async #begin(): Promise<void> {
    this.tip = await asLog(this.#sql, lastPosition);
    const look = () => void this.#look();
    // Postgres may be away when a connection comes back to it: the poll goes on meanwhile.
    await this.#sql.listen('zerodo_log', look, look);
    this.#poll = setInterval(look, pollMs);
  }

  async #read(): Promise<void> {
    try {
      for (let full = true; full; ) {
        const events = await asLog(this.#sql, (tx) => eventsAfter(tx, this.tip, batch));
        full = events.length === batch;
        this.#failing = false;
        if (events.length > 0) this.#grow(events);
      }
    } catch (error) {
      if (!this.#failing) this.#onError(error as Error);
      this.#failing = true;
    }
  }

  #grow(events: StoredEvent[]): void {
    this.#recent = [...this.#recent, ...events].slice(-kept);
    this.tip = events.at(-1)!.logPosition;
    for (const hear of this.#hears) hear();
  }
}
