import { connect, type Sql, type Tx } from './sql.ts';

type Line = { line: string }[];
type Table = { schema: string; name: string; oid: number; unlogged: boolean };

/**
 * What the migrations have made, as text in a fixed order: tables with their columns, constraints,
 * indexes, policies and rights, views and functions. The server's own catalogue says it, since the
 * embedded Postgres brings no pg_dump.
 */
export async function dumpSchema(url: string): Promise<string> {
  const sql = connect(url, { max: 1 });
  try {
    return await schemaSeenBy(sql);
  } finally {
    await sql.end();
  }
}

/** The same as a connection or a transaction sees it. */
export async function schemaSeenBy(sql: Sql | Tx): Promise<string> {
  const tables = await sql<Table[]>`
    select n.nspname as schema, c.relname as name, c.oid::int as oid, c.relpersistence = 'u' as unlogged
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth')
    order by n.nspname, c.relname
  `;
  const parts = ['-- Written by `npm run generate` from the migrations. Change those.\n'];
  for (const table of tables) parts.push(await dumpTable(sql, table));
  parts.push(...(await views(sql)), ...(await functions(sql)));
  return `${parts.join('\n')}`;
}

async function dumpTable(sql: Sql | Tx, { schema, name, oid, unlogged }: Table): Promise<string> {
  const full = schema === 'public' ? name : `${schema}.${name}`;
  const columns = await sql<Line>`
    select '  ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end
      || case when attidentity <> '' then ' generated always as identity' else '' end
      || case when attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
              else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where attrelid = ${oid} and attnum > 0 and not attisdropped
    order by attnum
  `;
  const constraints = await sql<Line>`
    select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where conrelid = ${oid} and contype <> 'n' order by contype, conname
  `;
  const indexes = await sql<Line>`
    select pg_get_indexdef(indexrelid) || ';' as line from pg_index
    where indrelid = ${oid} and not exists (select from pg_constraint where conindid = indexrelid)
    order by indexrelid::regclass::text
  `;
  const statistics = await sql<Line>`
    select pg_get_statisticsobjdef(oid) || ';' as line from pg_statistic_ext
    where stxrelid = ${oid} order by stxname
  `;
  const triggers = await sql<Line>`
    select pg_get_triggerdef(oid) || ';' as line from pg_trigger
    where tgrelid = ${oid} and not tgisinternal order by tgname
  `;
  const policies = await sql<Line>`
    select 'create policy ' || policyname || ' on ' || ${full} || ' for ' || lower(cmd)
      || ' to ' || array_to_string(roles, ', ') || coalesce(' using (' || qual || ')', '')
      || coalesce(' with check (' || with_check || ')', '') || ';' as line
    from pg_policies where schemaname = ${schema} and tablename = ${name} order by policyname, roles::text
  `;
  const grants = await sql<Line>`
    select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || ${full}
      || ' to ' || grantee || ';' as line
    from information_schema.role_table_grants
    where table_schema = ${schema} and table_name = ${name} and grantee like 'zerodo%'
    group by grantee order by grantee
  `;
  const lines = (rows: Line) => rows.map(({ line }) => line);
  return [
    `create ${unlogged ? 'unlogged ' : ''}table ${full} (`,
    [...lines(columns), ...lines(constraints)].join(',\n'),
    ');',
    ...lines(indexes),
    ...lines(statistics),
    ...lines(triggers),
    ...lines(policies),
    ...lines(grants),
    '',
  ].join('\n');
}

async function views(sql: Sql | Tx): Promise<string[]> {
  const rows = await sql<Line>`
    select 'create view ' || c.relname || ' as' || E'\\n' || pg_get_viewdef(c.oid) || E'\\n-- columns: ' || (
           select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = c.oid and attnum > 0
         ) || E'\\n-- owner: ' || r.rolname
      || coalesce(E'\\n' || (
           select string_agg('grant ' || lower(privilege_type) || ' on ' || c.relname || ' to ' || grantee || ';', E'\\n'
             order by grantee, privilege_type)
           from information_schema.role_table_grants
           where table_schema = 'public' and table_name = c.relname and grantee like 'zerodo%' and grantee <> r.rolname
         ), '') || E'\\n' as line
    from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
    order by c.relname
  `;
  return rows.map(({ line }) => line);
}

async function functions(sql: Sql | Tx): Promise<string[]> {
  const rows = await sql<Line>`
    select pg_get_functiondef(p.oid) || '-- owner: ' || case when p.prosecdef then r.rolname else 'whoever migrates' end || E'\n' as line
    from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    order by p.proname
  `;
  return rows.map(({ line }) => line);
}
