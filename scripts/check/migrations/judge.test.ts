import { expect, it } from 'vitest';
import { judge, type State } from './checks.ts';

const table = (columns: string) => `create table tasks (\n  ${columns}\n);\n`;
const before: State = {
  schema: table('id uuid not null,\n  old text'),
  migrations: { '0001-tasks.sql': 'create table tasks …' },
};
const released = async (version: string) => version === '0.3.0';

/** What is said of a migration that takes a column away, with this comment in it. */
const dropping = (comment: string, name = '0002-less.sql') =>
  judge(
    before,
    {
      schema: table('id uuid not null'),
      migrations: { ...before.migrations, [name]: `${comment}\nalter table tasks drop column old;` },
    },
    released,
  );

it('lets nothing go that the release before has, and says what to do', async () => {
  expect(await dropping('')).toEqual([
    'tasks.old is gone: the release before still needs it while it is replaced, and after a rollback. Expand now, contract one release later',
  ]);
});

it('lets go what has been unused since a release', async () => {
  expect(await dropping('-- contract: tasks.old is gone; unused since 0.3.0')).toEqual([]);
});

it('lets pass what only looks like a break, with a reason', async () => {
  expect(await dropping('-- compatible: tasks.old is gone; nobody ever wrote or read it')).toEqual([]);
});

it.each([
  [
    'a contract in the release of its expansion',
    '-- contract: tasks.old is gone; unused since 0.4.0',
    /^0002-less.sql: 0.4.0 is not released before this/,
  ],
  [
    'a contract without a release',
    '-- contract: tasks.old is gone',
    /does not end with "; unused since <version>"$/,
  ],
  ['no reason', '-- compatible: tasks.old is gone', /does not say why/],
])('refuses %s', async (_, comment, sentence) => {
  expect(await dropping(comment)).toEqual([expect.stringMatching(sentence)]);
});

it('refuses a comment that explains nothing', async () => {
  const findings = await dropping('-- contract: tasks.older is gone; unused since 0.3.0');
  expect(findings).toContain('0002-less.sql: nothing is explained by "contract: tasks.older is gone"');
});

it('does not read the comments of migrations that the release before has', async () => {
  const explained = { '0001-tasks.sql': '-- contract: tasks.old is gone; unused since 0.3.0' };
  const state = { ...before, migrations: explained };
  expect(await judge(state, { ...state, schema: table('id uuid not null') }, released)).toHaveLength(1);
});

it('refuses a migration that was changed, or that is gone', async () => {
  expect(await judge(before, { ...before, migrations: { '0001-tasks.sql': 'drop' } }, released)).toEqual([
    '0001-tasks.sql was changed: it has been applied, so add a new migration',
  ]);
  expect(await judge(before, { ...before, migrations: {} }, released)).toEqual([
    '0001-tasks.sql is gone: it has been applied, and stays',
  ]);
});
