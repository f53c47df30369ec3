import { testDatabase } from '@zerodo/testing/database';
import { expect, it } from 'vitest';
import { readRunbooks } from './rules.ts';

const database = testDatabase();
const pages = [...(await readRunbooks())];

const queries = pages.flatMap(([path, page]) =>
  [...page.matchAll(/```sql\n([\s\S]*?)```|`((?:select|update) (?!pg_)[^`]+)`/g)].map(
    ([, block, inline]) => [path.split('/').at(-1)!, (block ?? inline)!.trim()] as const,
  ),
);

it('runbooks ask the database', () => {
  expect(queries.length).toBeGreaterThan(5);
});

it.each(queries)('%s asks what this database can answer', async (_, sql) => {
  await expect(database.owner().unsafe(sql)).resolves.toBeDefined();
});
