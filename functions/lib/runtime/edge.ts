import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sql } from '@zerodo/store/sql';
import type { Config } from './config.ts';
import type { Exchange } from './exchange.ts';
import type { Log } from './logging.ts';

export type EdgeContext = {
  config: Config;
  log: Log;
  now: () => Date;
  newId: () => string;
  /** Who calls, by session cookie or API token. */
  exchange: Exchange;
  /** As zerodo_worker; an edge that has none of it never connects. */
  worker: () => Sql;
  /** Aborts when the process is told to stop: end what is open. */
  stopping: AbortSignal;
};

/** What stands between the outside and the functions: plain HTTP in, no CloudEvent. */
export type Edge = {
  kind: 'edge';
  name: string;
  /** Settings that this edge cannot do without. */
  needs?: readonly (keyof Config)[];
  /** Called once, before it listens. @throws Error about settings that do not go together */
  check?: (config: Config) => unknown;
  /** Called once, before the first request. */
  open(context: EdgeContext): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

export const defineEdge = (edge: Omit<Edge, 'kind'>): Edge => ({ kind: 'edge', ...edge });
