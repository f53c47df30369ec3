import type { Sql } from '@zerodo/store/sql';
import { type NewStep, noteSteps } from '@zerodo/store/steps';
import { transaction } from '@zerodo/store/transaction';
import { Unavailable } from '@zerodo/store/unavailable';
import type { Result } from './answer.ts';
import type { Config } from './config.ts';
import type { Facts } from './facts.ts';
import type { Log } from './logging.ts';

export type Footprints = {
  /** Called when a message has been answered, with what came of it and how many milliseconds it took. */
  leave(facts: Facts, result: Result, ms: number): void;
  /** Writes down what still waits. */
  close(): Promise<void>;
};

/** Steps are written together so long after the first of them: a change waits for none, a burst costs one statement. */
const togetherMs = 200;
/** Nobody can watch more than this many at once; trouble and first messages have more room, since one looks for them. */
const most = 25;
const mostTroubles = 200;
const retryMs = 2_000;
/** As long as an id or a type is ever good for. */
const mostLetters = 200;

/**
 * What operators see of a function (decision 030). It is written after the answer, outside of the transaction that did
 * the work, and best effort: the truth is in events and inbox.
 */
export function footprints({
  name,
  config,
  app,
  worker,
  log,
}: {
  name: string;
  config: Config;
  app: () => Sql;
  worker: () => Sql;
  log: Log;
}): Footprints {
  const coldMs = Math.round(performance.now());
  const sql = config.ZERODO_APP_DATABASE_URL ? app : config.ZERODO_WORKER_DATABASE_URL ? worker : undefined;
  let waiting: NewStep[] = [];
  let [first, omitted, closing] = [true, 0, false];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const writeSoon = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = write();
    }, ms);
  };
  const write = async () => {
    const steps = waiting;
    if (steps.length === 0 || !sql) return;
    steps.at(-1)!.omitted += omitted;
    [waiting, omitted] = [[], 0];
    try {
      await transaction(sql(), { worker: name }, (tx) => noteSteps(tx, steps));
    } catch (error) {
      log.warn({ steps: steps.length, reason: (error as Error).message }, 'steps not noted');
      if (closing || !(error instanceof Unavailable)) return;
      waiting = [...steps, ...waiting].slice(0, mostTroubles);
      writeSoon(retryMs);
    }
  };

  return {
    leave({ eventId, type, traceId, seen }, result, ms) {
      if (!sql || config.MAKE_V8_CACHE || !eventId || !type || !traceId) return;
      const trouble = first || result.outcome !== 'done' || (seen ?? 1) > 1;
      if (waiting.length >= (trouble ? mostTroubles : most)) {
        omitted++;
        return;
      }
      waiting.push({
        function: name,
        eventId: eventId.slice(0, mostLetters),
        type: type.slice(0, mostLetters),
        traceId,
        beganAt: new Date(Date.now() - ms),
        ms,
        outcome: result.outcome,
        code: 'code' in result ? result.code : null,
        seen: seen ?? null,
        coldMs: first ? coldMs : null,
        omitted: 0,
      });
      first = false;
      writeSoon(togetherMs);
    },
    async close() {
      closing = true;
      clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
