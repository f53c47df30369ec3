import type { Tx } from '@zerodo/store/sql';
import { idsOf } from './comparison.ts';

/** The last that the log says of something; an event of an erased person has no words left. */
export type Told<State> = { id: string; isDeleted: boolean; state: State };

type Noun = 'task' | 'series';

/** By sequence: whoever changes the same thing waits for whoever holds it, so that its events are written in their order. */
export async function lastTold<State>(
  tx: Tx,
  noun: Noun,
  ids: readonly string[],
): Promise<Map<string, Told<State>>> {
  const rows = await tx<Told<State>[]>`
    select distinct on (subject) subject as id, type = ${`dev.zerodo.${noun}.deleted.v1`} as is_deleted, data -> ${noun} as state
    from events
    where subject = any (${idsOf(tx, ids)}::text[]) and type like ${`dev.zerodo.${noun}.%`} and data ? ${noun}
    order by subject, sequence desc
  `;
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the log tells of, and the table has no row for. */
export async function withoutRow(tx: Tx, noun: Noun): Promise<string[]> {
  const table = noun === 'task' ? tx`tasks` : tx`series`;
  const rows = await tx<{ id: string }[]>`
    select distinct e.subject as id from events e
    where e.type like ${`dev.zerodo.${noun}.%`} and e.data ? ${noun}
      and not exists (select from ${table} t where t.id::text = e.subject)
    order by 1
  `;
  return rows.map(({ id }) => id);
}

type Words = { title: string; projectId: string };

/**
 * Of states that have no row those that should have one. Erased words leave an empty title, which nothing else has; and what was in a
 * project that has been deleted for a month is swept away with it, bit by bit and without an event of its own.
 */
export async function missing<State extends Words>(
  tx: Tx,
  told: readonly Told<State>[],
): Promise<Told<State>[]> {
  const rows = await tx<{ id: string }[]>`
    select p.id from unnest(${idsOf(tx, [...new Set(told.map(({ state }) => state.projectId))])}::text[]::uuid[]) as p (id)
    where not exists (select from projects o where o.id = p.id)
       or exists (select from projects o where o.id = p.id and o.deleted_at < now() - interval '30 days')
  `;
  const swept = new Set(rows.map(({ id }) => id));
  return told.filter(({ state }) => state.title !== '' && !swept.has(state.projectId));
}
