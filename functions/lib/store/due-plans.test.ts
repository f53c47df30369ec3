import { randomUUID } from 'node:crypto';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextFireAt, whatIsDue } from './due.ts';
import { claimDue, claimLost } from './due-reminders.ts';
import { claimDueSoon, claimOverdue } from './due-tasks.ts';
import { takeWaiting } from './ledger.ts';
import type { Tx } from './sql.ts';

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; Plans?: Node[] };

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** As many of each as stand for however many, asked in batches that are as small beside them as a thousand is beside a million. */
const stored = 40_000;
const some = 500;

describe('what the reminder check asks, with very many tasks', () => {
  const database = testDatabase();
  const now = new Date();

  beforeAll(async () => {
    const sql = database.owner();
    const [user, project] = [randomUUID(), randomUUID()];
    await sql`insert into projects (id, owner_id, name) values (${project}, ${user}, 'Many')`;
    await sql`insert into project_members values (${project}, ${user}, 'owner')`;
    await sql.begin(async (tx) => {
      // Built once, which is what indexes and foreign keys are slow at one by one.
      await tx`set local session_replication_role = replica`;
      await tx`
        insert into tasks (id, project_id, created_by, title, notes, status, due_date, due_time, due_at, timezone, created_at)
        select md5('t' || n)::uuid, ${project}, ${user}, 'Many', repeat('x', 400), case when n % 3 = 0 then 'completed' else 'open' end,
               d::date, d::time, d, 'UTC', now() - interval '9 years'
        from (select n, case when n <= ${some} then now() - interval '1 hour'
                             when n <= ${2 * some} then now() + interval '1 hour'
                             else now() + (n - ${stored / 2}) * interval '1 hour' + interval '7 days' end as d
              from generate_series(1, ${stored}) n) x
      `;
      await tx`
        insert into reminders (id, task_id, project_id, user_id, ordinal, spec, fire_at, state, claimed_at)
        select md5('r' || n)::uuid, md5('t' || n)::uuid, ${project}, ${user}, 0, '{}',
               case when n <= ${some} then now() - n * interval '1 second' else now() + n * interval '1 minute' end,
               case when n <= ${some} or n % 2 = 0 then 'planned' when n <= ${2 * some} then 'due' else 'sent' end,
               now() - interval '1 hour'
        from generate_series(1, ${stored}) n
      `;
      await tx`
        insert into notifications (id, task_id, project_id, user_id, kind, channel, state, fire_at, next_attempt_at)
        select md5('n' || n)::uuid, md5('t' || n)::uuid, ${project}, ${user}, 'reminder', 'email',
               case when n <= ${some} then 'planned' else 'sent' end, now() - n * interval '1 minute', now() - interval '1 hour'
        from generate_series(1, ${stored}) n
      `;
    });
    await sql`vacuum analyze tasks, reminders, notifications`;
  }, 120_000);

  /** Runs it, and takes back what it claimed: the next question finds what there is. */
  async function planOf(question: (tx: Tx) => unknown): Promise<Node[]> {
    let plan: Node | undefined;
    const enough = new Error('taken back');
    const running = database.worker().begin(async (tx) => {
      const [row] = await tx`explain (analyze, format json) ${question(tx as unknown as Tx) as never}`;
      plan = Object.values(row!)[0][0].Plan;
      throw enough;
    });
    await expect(running).rejects.toBe(enough);
    return nodesOf(plan!);
  }

  it.each<[string, (tx: Tx) => unknown]>([
    ['whether there is anything', (tx) => whatIsDue(tx, now)],
    ['the next reminder', (tx) => nextFireAt(tx, new Date(now.getTime() + 75_000))],
    ['due reminders', (tx) => claimDue(tx, now, 50)],
    ['lost reminders', (tx) => claimLost(tx, now, 50)],
    ['what waits', (tx) => takeWaiting(tx, now, 50)],
    ['what is due soon', (tx) => claimDueSoon(tx, now, 50)],
    ['what is overdue', (tx) => claimOverdue(tx, now, 50)],
  ])('reads for %s what is due, and no table from one end to the other', async (_, question) => {
    const nodes = await planOf(question);

    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    for (const node of nodes) expect(node['Actual Rows']).toBeLessThanOrEqual(some);
  });

  it('claims no more at a time than it is told', async () => {
    await database.worker().begin(async (tx) => {
      expect(await claimDue(tx as unknown as Tx, now, 100)).toHaveLength(100);
      expect(await claimDueSoon(tx as unknown as Tx, now, 100)).toHaveLength(100);
    });
  });
});
