import { limits } from '@zerodo/domain/limits';
import type { Collector } from './collector.ts';
import type { Command } from './command.ts';
import type { Config } from './config.ts';
import type { Delivery } from './delivery.ts';
import type { Edge } from './edge.ts';
import type { Link } from './link.ts';
import type { Query } from './query.ts';
import type { Reaction } from './reaction.ts';
import type { Recorder } from './recorder.ts';
import type { Tick } from './tick.ts';

/* biome-ignore-start lint/suspicious/noExplicitAny: what a definition accepts is checked by its own schema when a message comes */
export type Definition =
  | Command<any, any>
  | Query<any, any>
  | Link<any, any>
  | Reaction<any>
  | Recorder<any>
  | Delivery<any, any>
  | Collector
  | Tick
  | Edge;
/* biome-ignore-end lint/suspicious/noExplicitAny: see above */

const token = ['ZERODO_JWKS_URL'] as const;

function neededBy(definition: Definition): readonly (keyof Config)[] {
  switch (definition.kind) {
    case 'command':
      return [...token, 'ZERODO_APP_DATABASE_URL'];
    case 'query':
      if (definition.database === false) return token;
      return [
        ...token,
        definition.database === 'worker' ? 'ZERODO_WORKER_DATABASE_URL' : 'ZERODO_APP_DATABASE_URL',
      ];
    case 'link':
      return ['ZERODO_APP_DATABASE_URL', ...(definition.needs ?? [])];
    case 'reaction':
      return [definition.as === 'user' ? 'ZERODO_APP_DATABASE_URL' : 'ZERODO_WORKER_DATABASE_URL'];
    case 'recorder':
    case 'tick':
    case 'collector':
    case 'delivery':
      return ['ZERODO_WORKER_DATABASE_URL'];
    case 'edge':
      return ['ZERODO_WEB_URL', ...(definition.needs ?? [])];
  }
}

/** Bytes of the largest message that one of these definitions takes. */
export const bodyLimit = (definitions: readonly Definition[]): number =>
  Math.max(limits.bodyBytes, ...definitions.map((one) => ('bodyLimit' in one && one.bodyLimit) || 0));

/** The settings that these definitions cannot do without. */
export const neededSettings = (definitions: readonly Definition[]): (keyof Config)[] => [
  ...new Set(definitions.flatMap(neededBy)),
];
