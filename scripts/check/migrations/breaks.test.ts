import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaSeenBy } from '@zerodo/store/dump-schema';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, expect, it } from 'vitest';
import { root } from '../../tool.ts';
import { schemaBreaks } from './breaks.ts';
import { readSchema } from './schema.ts';

const now = await readFile(join(root, 'functions/lib/store/schema.sql'), 'utf8');
const database = testDatabase();

/** What a release before may have had, so that it can be taken away. */
const earlier = `
  create table old (id int primary key, short varchar(10), small smallint not null default 1, kind text, "Name" text,
    constraint old_kind check (kind in ('a', 'b')), constraint old_name unique ("Name"));
  create view seen as select id, short from old;
  create function old_count() returns int language sql as 'select 1';
  alter table old enable row level security;
  create policy own on old for select to zerodo_app using (true);
  grant select, update on old to zerodo_app;
`;
let before: string;
beforeAll(async () => {
  await database.owner().unsafe(earlier);
  before = await schemaSeenBy(database.owner());
});

/** What a migration of these statements would break, asked of a Postgres that runs it and then forgets it. */
async function breaksOf(statements: string): Promise<string[]> {
  let after = '';
  const forget = new Error('seen');
  await database
    .owner()
    .begin(async (tx) => {
      await tx.unsafe(statements);
      after = await schemaSeenBy(tx);
      throw forget;
    })
    .catch((error: unknown) => {
      if (error !== forget) throw error;
    });
  return schemaBreaks(readSchema(before), readSchema(after));
}

it('reads every table, view, function and right of the schema', () => {
  const { tables, views, functions, rights } = readSchema(now);
  const count = (start: RegExp) => now.match(start)!.length;
  expect(tables.size).toBe(count(/^create (unlogged )?table /gm));
  expect(views.size).toBe(count(/^create view /gm));
  expect(functions.size).toBe(count(/^CREATE OR REPLACE FUNCTION /gm));
  expect(rights).toContain('zerodo_app may update on filters');
  expect(tables.get('tasks')!.columns.get('id')).toBe('uuid not null');
  expect(tables.get('auth.account')!.columns.has('userId')).toBe(true);
  expect(tables.get('filters')!.policies).toEqual(new Set(['own']));
});

it.each([
  ['nothing', ''],
  ['a table', 'create table more (id int primary key, old_id int not null references old)'],
  ['a column that may be absent', 'alter table old add column more text'],
  ['a column that makes its own value', `alter table old add column more text not null default ''`],
  ['a column with a rule of its own', `alter table old add column more text check (more <> '')`],
  [
    'a longer text',
    'drop view seen; alter table old alter short type varchar(20); create view seen as select id, short from old',
  ],
  ['a wider number', 'alter table old alter small type integer'],
  ['a bigint, which is a number to us', 'alter table old alter small type bigint'],
  [
    'a word more',
    `alter table old drop constraint old_kind, add constraint old_kind check (kind in ('a', 'b', 'c'))`,
  ],
  ['a rule less', 'alter table old drop constraint old_kind'],
  ['null where there was none', 'alter table old alter small drop not null'],
  ['a column of a view more', 'create or replace view seen as select id, short, kind from old'],
  ['a right more', 'grant insert on old to zerodo_app'],
  ['an index', 'create index on old (kind)'],
  [
    'a policy made anew',
    'drop policy own on old; create policy own on old for select to zerodo_app using (id > 0)',
  ],
])('breaks nobody with %s', async (_, statements) => {
  expect(await breaksOf(statements)).toEqual([]);
});

it.each([
  ['a table gone', 'drop table old cascade', ['old is gone', 'seen is gone']],
  ['a table by another name', 'alter table old rename to older', ['old is gone']],
  ['a column gone', 'alter table old drop column kind', ['old.kind is gone']],
  ['a column by another name', 'alter table old rename kind to sort', ['old.kind is gone']],
  [
    'a column that has to be there',
    'alter table old add column more text not null',
    ['old.more has to be there now'],
  ],
  ['no null any more', 'alter table old alter kind set not null', ['old.kind may no longer be null']],
  ['no default any more', 'alter table old alter small drop default', ['old.small has no default any more']],
  [
    'a narrower type',
    'alter table old alter small type text using small::text',
    ['old.small is text and was smallint'],
  ],
  [
    'a shorter text',
    'drop view seen; alter table old alter short type varchar(5); create view seen as select id, short from old',
    ['old.short is character varying(5) and was character varying(10)'],
  ],
  [
    'a rule for what was written',
    `alter table old add constraint no_b check (kind <> 'b')`,
    ['no_b on old refuses what was taken'],
  ],
  [
    'a word less',
    `alter table old drop constraint old_kind, add constraint old_kind check (kind in ('a', 'c'))`,
    ['old_kind on old refuses what was taken'],
  ],
  [
    'a rule about names of two kinds',
    'alter table old add check ("Name" <> kind)',
    ['old_check on old refuses what was taken'],
  ],
  [
    'something that has to be unique',
    'create unique index one_kind on old (kind)',
    ['one_kind on old refuses what was taken'],
  ],
  [
    'something that `on conflict` names gone',
    'alter table old drop constraint old_name',
    ['old_name on old is gone'],
  ],
  ['a view gone', 'drop view seen', ['seen is gone']],
  [
    'a column of a view gone',
    'drop view seen; create view seen as select id from old',
    ['seen.short is gone'],
  ],
  ['a function gone', 'drop function old_count()', ['old_count() returns integer is gone']],
  [
    'a function that is called otherwise',
    `drop function old_count(); create function old_count(n int) returns int language sql as 'select n'`,
    ['old_count() returns integer is gone'],
  ],
  ['a right gone', 'revoke update on old from zerodo_app', ['zerodo_app may no longer update on old']],
  ['a policy gone', 'drop policy own on old', ['policy own on old is gone']],
])('breaks the release before with %s', async (_, statements, sentences) => {
  expect(await breaksOf(statements)).toEqual(sentences);
});
