import { catalogue, type EventData, type EventType } from '@zerodo/domain/events';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type { Incoming } from './cloudevent.ts';
import { parsed } from './command.ts';
import { together } from './together.ts';

export type Heard<T extends EventType = EventType> = Incoming<EventData<T>> & { type: T };

export type Recorder<T extends EventType = EventType> = {
  kind: 'recorder';
  name: string;
  accepts: readonly T[];
  /** Keeps what was heard, as a worker. By keys of its own: the same events again, or others beside them, change nothing that is kept. */
  keep(events: readonly Heard<T>[], tx: Tx): Promise<void>;
};

/** Events in a transaction; one that fails is tried by itself, so more would be more to repeat. */
const most = 100;

/**
 * Something that keeps what happened and says nothing about it. Events that come while it writes are written together after
 * that: a transaction each, and a wait for the disk, would cost many times what is written.
 */
export const defineRecorder = <T extends EventType>(recorder: Omit<Recorder<T>, 'kind'>): Recorder<T> => ({
  kind: 'recorder',
  ...recorder,
});

type Add = (event: Heard) => Promise<void>;
const adding = new WeakMap<Recorder, WeakMap<Sql, Add>>();

/** Resolves when the event is kept, alone or with others. */
export function runRecorder(recorder: Recorder, incoming: Incoming, sql: Sql): Promise<void> {
  const type = incoming.type as EventType;
  const data = parsed(catalogue[type].data, incoming.data) as EventData<EventType>;
  return adder(recorder, sql)({ ...incoming, type, data } as Heard);
}

function adder(recorder: Recorder, sql: Sql): Add {
  const bySql = adding.get(recorder) ?? new WeakMap<Sql, Add>();
  adding.set(recorder, bySql);
  const add =
    bySql.get(sql) ??
    together<Heard>(most, (events) =>
      transaction(sql, { worker: recorder.name }, (tx) => recorder.keep(events, tx)),
    );
  bySql.set(sql, add);
  return add;
}
