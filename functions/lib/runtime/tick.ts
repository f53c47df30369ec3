import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { recordAll } from '@zerodo/store/events';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type { Config } from './config.ts';
import type { Log } from './logging.ts';

/** A PingSource's wake-up, and ours between functions: neither carries anything. */
export const tickTypes = ['dev.knative.sources.ping', 'dev.zerodo.tick.v1'] as const;

export const isTick = (type: string): boolean => (tickTypes as readonly string[]).includes(type);

/** One transaction as this worker; the events that `work` gives back commit with it. */
export type InTransaction = <R>(
  work: (tx: Tx) => Promise<{ result: R; events: OutgoingEvent[] }>,
) => Promise<R>;

export type TickContext = {
  now: () => Date;
  newId: () => string;
  log: Log;
  config: Config;
  transaction: InTransaction;
  /** Aborts when the process is told to stop: end early, the next tick goes on. */
  stopping: AbortSignal;
};

export type Tick = {
  kind: 'tick';
  name: string;
  /** Called once, before it listens. @throws Error about settings that do not go together */
  check?: (config: Config) => unknown;
  handle(context: TickContext): Promise<void>;
};

/**
 * Work that is found in the database, not in the message: ticks are hints. Extra, late, missing
 * and simultaneous ones must do no harm.
 */
export const defineTick = (tick: Omit<Tick, 'kind'>): Tick => ({ kind: 'tick', ...tick });

export type TickCall = Omit<TickContext, 'transaction'> & {
  worker: () => Sql;
  causeId: string;
  traceparent: string | null;
  announced: (events: OutgoingEvent[]) => void;
};

export const runTick = (
  { name, handle }: Tick,
  { worker, causeId, traceparent, announced, ...context }: TickCall,
): Promise<void> =>
  handle({
    ...context,
    transaction: async (work) => {
      const { result, events } = await transaction(worker(), { worker: name }, async (tx) => {
        const done = await work(tx);
        await recordAll(tx, done.events, { function: name, causeId, traceparent });
        return done;
      });
      announced(events);
      return result;
    },
  });
