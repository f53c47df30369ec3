import { allOf } from '@zerodo/domain/all-of';
import { type Filter, filterQuery, kept } from '@zerodo/domain/filter';
import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import type { Sql, Tx } from './sql.ts';

type Row = Omit<Filter, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = (sql: Sql | Tx) => sql`id, name, color, query, position, version, created_at, updated_at`;

/** PostgreSQL keeps the fields of an object in an order of its own. */
const toFilter = (row: Row): Filter => ({
  ...row,
  query: kept(filterQuery.parse(row.query)),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export async function listFilters(tx: Tx, userId: string): Promise<Filter[]> {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from filters where user_id = ${userId} order by position, created_at, id
  `;
  return rows.map(toFilter);
}

/** One after the other: two at once would each count, and look for a name, without the other. */
export const lockFilters = (tx: Tx, userId: string) =>
  tx`select pg_advisory_xact_lock(7203121, hashtext(${userId}))`;

/**
 * Reads a filter and holds it until the transaction ends.
 *
 * @throws Rejected `filter-not-found`
 */
export async function lockFilter(tx: Tx, id: string, userId: string): Promise<Filter> {
  const [row] = await tx<Row[]>`
    select ${columns(tx)} from filters where id = ${id} and user_id = ${userId} for update
  `;
  if (!row) throw new Rejected('filter-not-found', 'There is no such filter, or it is not yours.');
  return toFilter(row);
}

/**
 * Where the next filter stands: behind all that are there.
 *
 * @throws Rejected `too-many-filters`
 */
export async function nextPlace(tx: Tx, userId: string): Promise<number> {
  const [known] = await tx<{ count: number; last: number }[]>`
    select count(*)::int as count, coalesce(max(position), 0) as last from filters where user_id = ${userId}
  `;
  if (known!.count < limits.filters) return known!.last + 1;
  throw new Rejected(
    'too-many-filters',
    `You have ${limits.filters} filters, and more are not possible: delete one first.`,
  );
}

/**
 * No other filter of the person has this name, whatever its case.
 *
 * @throws Rejected `filter-exists`
 */
export async function checkName(
  tx: Tx,
  { id, name }: Pick<Filter, 'id' | 'name'>,
  userId: string,
): Promise<void> {
  const [other] = await tx<{ name: string }[]>`
    select name from filters where user_id = ${userId} and lower(name) = lower(${name}) and id <> ${id}
  `;
  if (!other) return;
  throw new Rejected(
    'filter-exists',
    `You have a filter “${other.name}” already: choose another name, or change that one.`,
  );
}

const values = (tx: Tx, { createdAt, updatedAt, query, ...row }: Filter) => ({
  ...row,
  query: tx.json(query as never),
  createdAt: new Date(createdAt),
  updatedAt: new Date(updatedAt),
});

/** @throws Rejected `filter-exists` for an id that somebody has given already */
export async function addFilter(tx: Tx, filter: Filter, userId: string): Promise<void> {
  const { count } = await tx`
    insert into filters ${tx({ ...values(tx, filter), userId })} on conflict (id) do nothing
  `;
  if (count === 0) throw new Rejected('filter-exists', 'There is a filter with this id already.');
}

export const saveFilter = (tx: Tx, filter: Filter) => tx`
  update filters set ${tx(values(tx, filter), 'name', 'color', 'query', 'position', 'version', 'updatedAt')}
  where id = ${filter.id}
`;

export const deleteFilter = (tx: Tx, id: string) => tx`delete from filters where id = ${id}`;

/** The filters of a person that ask for a label, held until the transaction ends. */
export async function lockFiltersWith(tx: Tx, label: string, userId: string): Promise<Filter[]> {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from filters
    where user_id = ${userId} and query ? 'label' order by position, created_at, id for update
  `;
  return rows.map(toFilter).filter(({ query }) => allOf(query.label).includes(label));
}
