import type { TestDatabase } from '../database.ts';

/** How functions fared and how far the log has come is nobody's, and changes with every request. */
const nobodys = ['steps', 'schema_migrations', 'log_cursors', 'log_shards'];

/** By its table, a digest of all rows that `which` (SQL over the row `t`) finds. */
export type Snapshot = Record<string, string>;

async function take({ owner }: TestDatabase, which: string): Promise<Snapshot> {
  const sql = owner();
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
  `;
  const parts = tables
    .filter(({ name }) => !nobodys.includes(name))
    .map(
      ({ name }) => `select '${name}' as name,
        md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as digest
        from ${name} t where ${which}`,
    );
  const rows = await sql.unsafe<{ name: string; digest: string }[]>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

export const everything = (database: TestDatabase): Promise<Snapshot> => take(database, 'true');

const among = (ids: readonly string[]) => `any ('{${ids.join(',')}}'::text[])`;
/** Some column of the row is one of these ids; what stands within words or JSON is only said. */
const names = (ids: readonly string[]) =>
  `exists (select from jsonb_each_text(to_jsonb(t)) c where c.value = ${among(ids)})`;

/** What a viewer may announce about what is shared. */
const guestsEvents = ['dev.zerodo.reminder.snoozed.v1', 'dev.zerodo.notification.sent.v1'];

/**
 * All but what is these people's own: rows with a column that names them and none that names whom the rest belongs to.
 * With `guests` those of theirs stay out that name both, as a reminder on somebody else's task does.
 */
export const besides = (
  database: TestDatabase,
  people: readonly string[],
  { hosts, guests = false }: { hosts: readonly string[]; guests?: boolean },
): Promise<Snapshot> => {
  const theirs = `coalesce(to_jsonb(t) ->> 'user_id', '') = ${among(people)} and not (to_jsonb(t) ->> 'type' like 'dev.zerodo.%' and not to_jsonb(t) ->> 'type' = ${among(guestsEvents)})`;
  return take(database, `not (${names(people)}) or (${names(hosts)}${guests ? ` and not (${theirs})` : ''})`);
};

/** The tables that are not as they were. */
export const changedBetween = (before: Snapshot, after: Snapshot): string[] =>
  Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
