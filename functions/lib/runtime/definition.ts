import type { Command } from './command.ts';
import type { Config } from './config.ts';
import type { Edge } from './edge.ts';
import type { Query } from './query.ts';
import type { Reaction } from './reaction.ts';
import type { Tick } from './tick.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a definition accepts is checked by its own schema when a message comes
export type Definition = Command<any, any> | Query<any, any> | Reaction<any> | Tick | Edge;

const token = ['ZERODO_JWKS_URL'] as const;

const neededBy: Record<Definition['kind'], readonly (keyof Config)[]> = {
  command: [...token, 'ZERODO_APP_DATABASE_URL'],
  query: token,
  reaction: ['ZERODO_APP_DATABASE_URL'],
  tick: ['ZERODO_WORKER_DATABASE_URL'],
  edge: ['ZERODO_WEB_URL'],
};

/** The settings that these definitions cannot do without. */
export function neededSettings(definitions: readonly Definition[]): (keyof Config)[] {
  const needed = new Set(definitions.flatMap(({ kind }) => neededBy[kind]));
  const reads = definitions.some((one) => one.kind === 'query' && one.database !== false);
  if (reads) needed.add('ZERODO_APP_DATABASE_URL');
  if (definitions.some((one) => one.kind === 'reaction' && one.as === 'worker')) {
    needed.add('ZERODO_WORKER_DATABASE_URL');
  }
  for (const one of definitions) if (one.kind === 'edge') for (const name of one.needs ?? []) needed.add(name);
  return [...needed];
}
