// Functions without their servers: for tests that call them a thousand times.
import { randomUUID } from 'node:crypto';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type Command, runCommand } from '@zerodo/runtime/command';
import { readConfig } from '@zerodo/runtime/config';
import type { Definition } from '@zerodo/runtime/definition';
import { runReaction } from '@zerodo/runtime/reaction';
import { runRecorder } from '@zerodo/runtime/recorder';
import { openServices } from '@zerodo/runtime/services';
import { takesEvents } from '@zerodo/runtime/telemetry/within';
import { runTick, type Tick } from '@zerodo/runtime/tick';
import type { Sql } from '@zerodo/store/sql';
import type { TestDatabase } from './database.ts';

/** Commands, reactions and ticks as their runtime runs them, on the database and in one process. */
export function inProcess(database: TestDatabase, functions: readonly Definition[], now: () => Date) {
  const failures: string[] = [];
  /** Each transaction that fails leaves its code, also where it is repeated. */
  const watched = (sql: Sql): Sql =>
    new Proxy(sql, {
      get: (whole, key) => {
        if (key !== 'begin') return Reflect.get(whole, key);
        return (work: Parameters<Sql['begin']>[1]) =>
          whole.begin(work as never).catch((error: { code?: string }) => {
            failures.push(String(error.code));
            throw error;
          });
      },
    });
  const config = readConfig({ ZERODO_LOG_LEVEL: 'silent' });
  const { log, newId } = openServices('test', config, now);
  const around = { now, newId, config, traceparent: null };
  const find = <K extends Definition['kind']>(kind: K, fits: (one: Definition) => boolean) =>
    functions.filter((one) => one.kind === kind && fits(one));

  return {
    failures,

    /** @throws Rejected */
    async command(type: string, data: object, user: string, id: string = randomUUID()) {
      const [found] = find('command', (one) => one.kind === 'command' && one.accepts.type === type);
      const person = { id: user, email: null, emailVerified: false, name: null, locale: null };
      const call = { ...around, sql: watched(database.app()), person };
      return runCommand(found as Command, { id, type, data }, call);
    },

    /** Delivers an event to every reaction and recorder that takes it; a delivery with an id of its own is claimed by itself. */
    async deliver(event: OutgoingEvent, id: string = event.id): Promise<OutgoingEvent[]> {
      const attributes = { source: '/zerodo/test', subject: event.subject, userid: event.userId };
      const incoming = { ...attributes, id, type: event.type, data: event.data } as never;
      const made: OutgoingEvent[] = [];
      for (const one of functions) {
        if (!takesEvents(one) || !one.accepts.includes(event.type)) continue;
        const call = { ...around, app: () => watched(database.app()), worker: database.worker };
        if (one.kind === 'reaction') made.push(...(await runReaction(one, incoming, call)).events);
        if (one.kind === 'recorder') await runRecorder(one, incoming, database.worker());
      }
      return made;
    },

    async tick(): Promise<OutgoingEvent[]> {
      const made: OutgoingEvent[] = [];
      const stopping = new AbortController().signal;
      for (const tick of find('tick', () => true) as Tick[]) {
        const call = {
          ...around,
          worker: () => watched(database.worker()),
          causeId: randomUUID(),
          log,
          stopping,
        };
        await runTick(tick, { ...call, announced: (events) => made.push(...events) });
      }
      return made;
    },
  };
}
