import { randomUUID } from 'node:crypto';
import type { ListTasks } from '@zerodo/domain/queries';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { listTasks } from './task-lists.ts';
import { transaction } from './transaction.ts';

const written = [
  { title: 'Water the plants', notes: '', labels: ['garden'] },
  { title: 'Buy a watering can', notes: 'for the plants', labels: [] },
  { title: 'Letter to Zoë', notes: 'about the café in Zürich', labels: [] },
  { title: 'Plan the garden', notes: 'plants, water, soil', labels: ['home'] },
  { title: 'Discount of 100% on under_score \\ slash', notes: '', labels: [] },
  { title: 'Straighten the picture', notes: 'invoice INV-2026-117', labels: ['größe'] },
];

describe('a search', () => {
  const database = testDatabase();
  const [owner, viewer, stranger] = [randomUUID(), randomUUID(), randomUUID()];
  const projectId = randomUUID();
  const find = async (q: string, over: Partial<ListTasks> = {}, who = owner) =>
    (await transaction(database.app(), { user: who }, (tx) => listTasks(tx, { q, ...over }, who))).items.map(
      ({ title }) => title.split(' ').slice(0, 2).join(' '),
    );

  beforeAll(async () => {
    const sql = database.owner();
    await sql`insert into projects (id, owner_id, name) values (${projectId}, ${owner}, 'Home')`;
    for (const [userId, role] of [
      [owner, 'owner'],
      [viewer, 'viewer'],
    ] as const) {
      await sql`insert into project_members ${sql({ projectId, userId, role })}`;
    }
    for (const { labels, ...task } of written) {
      await sql`
        insert into tasks ${sql({ id: randomUUID(), projectId, createdBy: owner, ...task, labels: sql.types.textArray(labels) as never })}
      `;
    }
    await sql`
      insert into tasks ${sql({ id: randomUUID(), projectId, createdBy: owner, title: 'Water gone', deletedAt: new Date() })}
    `;
  });

  it.each([
    ['plants', ['Water the', 'Plan the', 'Buy a'], 'best in the title'],
    ['garden', ['Plan the', 'Water the'], 'in labels after titles'],
    ['water plan', ['Water the', 'Plan the'], 'all words, the last one begun'],
    ['wat', ['Water the', 'Buy a', 'Plan the'], 'what a word begins with'],
    ['"the plants"', ['Water the', 'Buy a'], 'a phrase in its order'],
    ['"plants the"', [], 'and in no other'],
    ['zoe', ['Letter to'], 'letters without their accents'],
    ['CAFÉ zürich', ['Letter to'], 'in any case'],
    ['grosse', [], 'no spelling that nobody wrote'],
    ['größe', ['Straighten the'], 'a label with its accents'],
    ['inv-2026', ['Straighten the'], 'a number being typed'],
    ['100%', ['Discount of'], 'a sign beside a word'],
    ['%', ['Discount of'], 'a sign alone'],
    ['\\', ['Discount of'], 'a sign that means something to the database'],
    ['r_s', ['Discount of'], 'a part with a sign'],
    ['ctur', ['Straighten the'], 'a part of a word'],
    ['"', [], 'half a phrase'],
    ["' & | ! <-> :*", [], 'what would be an operator'],
    ['gone', [], 'what was deleted'],
  ])('for %j finds %j: %s', async (q, expected) => {
    const found = await find(q);

    expect(new Set(found)).toEqual(new Set(expected));
    if (expected.length > 1) expect(found[0]).toBe(expected[0]);
  });

  it('finds what a viewer may see, and a stranger nothing', async () => {
    for (const q of ['plants', 'ctur', '%', '"the plants"']) {
      expect(await find(q, {}, viewer)).toEqual(await find(q));
      expect(await find(q, {}, stranger)).toEqual([]);
    }
  });

  it('takes other filters as well, and does not go on to parts of words that somebody uses', async () => {
    expect(await find('plants', { label: 'home' })).toEqual(['Plan the']);
    expect(await find('plants', { label: 'nobody' })).toEqual([]);
    expect(await find('plants', { sort: 'created' })).toHaveLength(3);
    expect(await find(' ')).toHaveLength(written.length);
  });

  it('shows no row of the view to who is nobody', async () => {
    const [{ count }] = (await database.app()`select count(*)::int from my_tasks`) as unknown as [
      { count: number },
    ];

    expect(count).toBe(0);
  });
});
