import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sql } from '@zerodo/store/sql';
import { transaction, type Who } from '@zerodo/store/transaction';
import { type Definition, neededSettings } from './definition.ts';
import { send } from './http-json.ts';
import type { Services } from './services.ts';
import { takesEvents } from './telemetry/within.ts';
import { tickTypes } from './tick.ts';

/** A type that the definition accepts, or the path of its query. */
function sample(definition: Definition): { path: string; type?: string } {
  if (definition.kind === 'command') return { path: '/', type: definition.accepts.type };
  if (takesEvents(definition)) return { path: '/', type: definition.accepts[0] };
  if (definition.kind === 'collector') return { path: '/', type: 'dev.zerodo.task.created.v1' };
  if (definition.kind === 'query' || definition.kind === 'link') return { path: `/${definition.name}` };
  return { path: '/', type: tickTypes[1] };
}

/**
 * Drives real requests through the real path while a bundle is built, so that its V8 code cache
 * holds what a first request runs. They are refused at the door: there is no token. The way to Postgres is warmed up apart, through the
 * first of the function's databases; what answers there is the build's own and holds nothing.
 */
export async function warmUp(
  server: Server,
  definitions: readonly Definition[],
  { app, worker }: Services,
): Promise<void> {
  const address = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${address.port}`;
  for (const definition of definitions.filter(({ kind }) => kind !== 'tick')) {
    const { path, type } = sample(definition);
    const event = { 'ce-specversion': '1.0', 'ce-id': 'warm', 'ce-source': '/warm', 'ce-type': type };
    for (let round = 0; round < 3; round++) {
      await send(base + path, {
        headers: { 'content-type': 'application/json', ...(type && event) },
        body: '{}',
      });
      await send(`${base}/healthz/ready`, { method: 'GET' });
    }
  }
  const needed = neededSettings(definitions);
  if (needed.includes('ZERODO_WORKER_DATABASE_URL')) await askNothing(worker(), { worker: 'warm' });
  else if (needed.includes('ZERODO_APP_DATABASE_URL')) await askNothing(app(), { user: 'warm' });
}

const askNothing = (sql: Sql, who: Who) => transaction(sql, who, (tx) => tx`select ${'nothing'} as nothing`);
