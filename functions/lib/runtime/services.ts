import { connect, type Sql } from '@zerodo/store/sql';
import type { Config } from './config.ts';
import { type Exchange, exchanger } from './exchange.ts';
import { type Footprints, footprints } from './footprints.ts';
import { type Verify, verifier } from './identity.ts';
import { type Log, openLog } from './logging.ts';
import { newId } from './new-id.ts';
import { type Announce, announcer } from './poke.ts';
import { measuredPool } from './telemetry/database.ts';

/** What every function of a process shares. Databases are connected to when they are first asked. */
export type Services = {
  config: Config;
  log: Log;
  now: () => Date;
  newId: () => string;
  app: () => Sql;
  worker: () => Sql;
  verify: Verify;
  exchange: Exchange;
  announce: Announce;
  footprints: Footprints;
  /** Aborts when nothing new is to be begun. */
  stopping: AbortSignal;
  drain: () => void;
  close: () => Promise<void>;
};

export function openServices(name: string, config: Config, now: () => Date = () => new Date()): Services {
  const log = openLog(name, config.ZERODO_LOG_LEVEL);
  const stopping = new AbortController();
  const pools = new Map<string, Sql>();
  const { ZERODO_DATABASE_POOL: max, ZERODO_DATABASE_PREPARE: prepare } = config;
  const pool = (role: 'app' | 'worker', url: string | undefined) => (): Sql => {
    const sql = pools.get(role) ?? measuredPool(connect(url!, { max, prepare }), role, max);
    pools.set(role, sql);
    return sql;
  };
  const app = pool('app', config.ZERODO_APP_DATABASE_URL);
  const worker = pool('worker', config.ZERODO_WORKER_DATABASE_URL);
  const steps = footprints({ name, config, app, worker, log });
  return {
    config,
    log,
    now,
    newId,
    app,
    worker,
    verify: config.ZERODO_JWKS_URL ? verifier(config) : () => Promise.reject(new Error('no JWKS')),
    exchange: config.ZERODO_WEB_URL ? exchanger(config, now) : () => Promise.reject(new Error('no web')),
    announce: announcer(config, log, newId, now),
    footprints: steps,
    stopping: stopping.signal,
    drain: () => stopping.abort(),
    close: async () => {
      await steps.close();
      await Promise.all([...pools.values()].map((sql) => sql.end({ timeout: 5 })));
    },
  };
}
