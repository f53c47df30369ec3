import { randomUUID } from 'node:crypto';
import type { ListTasks } from '@zerodo/domain/queries';
import { testDatabase } from '@zerodo/testing/database';
import { addManyTasks } from '@zerodo/testing/many-tasks';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, type Tx } from './sql.ts';
import { listTasks } from './task-lists.ts';
import { transaction } from './transaction.ts';

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
};

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Runs as `tx` does, and keeps the plan of every query that is awaited; what is only a part of one is not. */
function explained(tx: Tx, plans: Plan[][]): Tx {
  const ask = (strings: TemplateStringsArray, ...values: never[]) => {
    const query = tx(strings, ...values);
    const told = async () => {
      const [row] = await tx<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>`
        explain (analyze, timing off, format json) ${tx(strings, ...values)}
      `;
      plans.push(nodes(Object.values(row!)[0]![0].Plan));
      return tx(strings, ...values);
    };
    // biome-ignore lint/suspicious/noThenProperty: a query is awaited by its own, and a part of one never is
    return Object.assign(query, { then: (...handlers: never[]) => told().then(...handlers) });
  };
  return new Proxy(ask as never, { get: (_, name) => tx[name as keyof Tx] });
}

describe('a list of twenty thousand tasks', () => {
  const database = testDatabase();
  const [user, stranger] = [randomUUID(), randomUUID()];
  const [inbox, work] = [randomUUID(), randomUUID()];
  const list = (asked: ListTasks, who = user, plans: Plan[][] = []) =>
    transaction(database.app(), { user: who }, (tx) => listTasks(explained(tx, plans), asked, who));

  beforeAll(async () => {
    const sql = database.owner();
    for (const id of [inbox, work]) {
      await sql`insert into projects (id, owner_id, name) values (${id}, ${user}, 'Mine')`;
      await sql`insert into project_members (project_id, user_id, role) values (${id}, ${user}, 'owner')`;
    }
    await addManyTasks(sql, { userId: user, projectIds: [inbox, work], count: 20_000 });
  });

  it.each<ListTasks>([
    {},
    { status: 'open' },
    { status: 'completed' },
    { sort: 'created' },
    { sort: 'completed' },
    { sort: 'position', status: 'open' },
    { project: work, limit: 200 },
    { due: 'today', status: 'open', timezone: 'Europe/Berlin' },
    { due: 'overdue', status: 'open' },
    { due: 'upcoming', status: 'open' },
    { due: 'none', status: 'open' },
    { dueFrom: '2026-12-01', dueTo: '2026-12-07' },
    { dueFrom: '2026-12-01', priority: 2, label: 'home' },
    { label: 'rare' },
    { label: 'home', status: 'open' },
    { label: 'nobody' },
    { priority: 1, status: 'open' },
    { priority: 4 },
    { assignee: 'me' },
    { section: 'Section 3', project: inbox },
    { series: randomUUID() },
    { parent: randomUUID(), sort: 'position', limit: 200 },
    { project: [inbox, work], priority: [1, 2], status: 'open' },
    { priority: [3, 4], recurring: 'no' },
    { label: ['home', 'rare'] },
    { label: ['home', 'rare'], labelMatch: 'all', status: 'open' },
    { due: ['overdue', 'none'], status: 'open' },
    { due: ['overdue', 'today'], status: 'open', timezone: 'Europe/Berlin' },
    { dueWithin: 7, status: 'open' },
    { dueWithin: 30, due: ['overdue'], status: 'open', label: ['rare'] },
    { recurring: 'yes', status: 'open' },
    { assignee: 'nobody', status: 'open' },
    { q: 'plants' },
    { q: 'ana about' },
    { q: 'call 500' },
    { q: '"the plants 100"' },
    { q: 'nobody' },
    { q: 'icycl' },
    { q: '%' },
    { q: 'ana', label: 'rare', sort: 'created' },
    { q: 'invoice', due: 'overdue', status: 'open' },
  ])('asked for %j reads neither everything nor what is not asked for', async (asked) => {
    const plans: Plan[][] = [];
    const { items } = await list(asked, user, plans);

    expect(plans.length).toBeGreaterThan(0);
    const steps = plans.flat();
    const scans = steps
      .filter((step) => step['Node Type'] === 'Seq Scan')
      .map((step) => step['Relation Name']);
    expect(scans).toEqual([]);
    const sorted = steps
      .filter((step) => step['Node Type'] === 'Sort')
      .map((step) => (step.Plans?.[0]?.['Actual Rows'] ?? 0) * (step.Plans?.[0]?.['Actual Loops'] ?? 0));
    expect(Math.max(0, ...sorted)).toBeLessThan(2500);
    expect(items.length).toBeLessThanOrEqual(asked.limit ?? 50);
    expect(await list(asked, stranger)).toEqual({ items: [], nextCursor: null });
  });

  it.each<ListTasks>([
    { label: 'rare', limit: 7 },
    { q: 'plants 1', limit: 150 },
    { q: 'ana', label: 'rare', limit: 9 },
    { q: 'letter', status: 'open', section: 'Section 3', sort: 'created', limit: 2 },
    { q: 'ngelesene', limit: 5 },
    { dueFrom: '2026-12-01', dueTo: '2026-12-01', limit: 9 },
  ])('asked for %j comes whole, page by page, nothing twice', async (asked) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ ...asked, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor && seen.length < 1200);
    const { items } = await list({ ...asked, limit: 200 });

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 200)).toEqual(items.map(({ id }) => id));
  });

  it('tells instants in UTC, whatever zone the session is in', async () => {
    const there = await transaction(database.app(), { user }, async (tx) => {
      await tx`select set_config('TimeZone', 'Asia/Kathmandu', true)`;
      return listTasks(tx, { status: 'completed' }, user);
    });

    expect(there.items).toEqual((await list({ status: 'completed' })).items);
    expect(there.items[0]!.completedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('reads little more than it shows by plans that are kept, whatever others have', async () => {
    const sql = database.owner();
    const [other, theirs] = [randomUUID(), randomUUID()];
    await sql`insert into projects (id, owner_id, name) values (${theirs}, ${other}, 'Theirs')`;
    await sql`insert into project_members (project_id, user_id, role) values (${theirs}, ${other}, 'owner')`;
    await sql`
      insert into series (id, project_id, created_by, title, notes, priority, labels, reminders, rrules, exdates, rdates,
                          dtstart, all_day, timezone, floating, mode, spawn, catch_up)
      select gen_random_uuid(), ${theirs}, ${other}, 'Every day', '', 4, '{}', '[]', '{FREQ=DAILY}', '{}', '{}',
             '2026-11-01', true, 'UTC', false, 'schedule', 'completion', 'latest'
      from generate_series(1, 2000)
    `;
    await sql`analyze series`;
    const one = connect(database.url('zerodo_app'), { max: 1 });
    const rowsRead = async (tx: Tx): Promise<number> => {
      const [row] = await tx<{ read: number }[]>`
        select sum(seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables
      `;
      return row!.read;
    };
    const reading = (asked: ListTasks) =>
      transaction(one, { user }, async (tx) => {
        const before = await rowsRead(tx);
        const { items } = await listTasks(tx, asked, user);
        return { shown: items.length, read: (await rowsRead(tx)) - before };
      });

    for (const [asked, most] of [
      [{ status: 'open' }, 250],
      [{ sort: 'created' }, 400],
      [{ project: work }, 250],
      [{ q: 'plants' }, 3_000],
    ] as const) {
      await reading(asked);
      // Once in many runs the server has counted a part only (58 of 262 rows); why is not known, so it is asked again.
      const read = await vi.waitFor(async () => {
        const once = await reading(asked);
        expect(once.shown).toBe(50);
        expect(once.read, JSON.stringify(asked)).toBeGreaterThan(100);
        return once.read;
      });
      expect(read, JSON.stringify(asked)).toBeLessThan(most);
    }
    await one.end();
  });
});
