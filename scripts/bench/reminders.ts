import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from '@zerodo/domain/task';
import { connect, type Sql } from '@zerodo/store/sql';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { type Client, client, median } from './load.ts';
import type { Plot } from './plot.ts';
import { head, ms, say } from './say.ts';

const claimedAtOnce = 20_000;
const spread = { reminders: 600, seconds: 30 };

type Reminded = { perSecond: number; p50: number; p99: number };

/** Claims 20,000 beside those that are stored for later: as many more each time as `additional` says. */
export async function reminders(zerodo: RunningZerodo, additional: number[]): Promise<Plot> {
  const [rates, late]: [number, number][][] = [[], []];
  const { cookie } = await zerodo.signUp();
  const { innerUrl } = JSON.parse(await readFile(join(zerodo.home, 'running.json'), 'utf8'));
  const [call, ownerUrl] = [client(zerodo.url, cookie), await zerodo.ownerUrl()];
  head('reminders stored', 'claimed, 20,000 at once', 'late by, p50', 'late by, p99');
  let stored = 0;
  for (const more of additional) {
    if (more > 0) await store(call, ownerUrl, more);
    stored += more;
    const { perSecond, p50, p99 } = await reminding(call, ownerUrl, innerUrl);
    say(stored.toLocaleString('en'), `${perSecond.toFixed(0)}/s`, ms(p50), ms(p99));
    rates!.push([stored, perSecond]);
    late!.push([stored, p99]);
  }
  return {
    title: 'Reminders beside those that are stored for later',
    x: 'stored',
    isLogarithmic: true,
    lines: [
      { name: 'claimed', unit: '/s', points: rates! },
      { name: 'late by, 99th percentile', unit: 'ms', points: late! },
    ],
  };
}

const wake = (innerUrl: string) =>
  fetch(`${innerUrl}/reminder-due`, {
    method: 'POST',
    headers: {
      'ce-specversion': '1.0',
      'ce-id': randomUUID(),
      'ce-source': '/bench',
      'ce-type': 'dev.zerodo.tick.v1',
    },
  });

/**
 * How many reminders are claimed in a second when `claimedAtOnce` are due together, and how many
 * milliseconds after their instant those are claimed that fall due one after the other.
 */
async function reminding(call: Client, ownerUrl: string, innerUrl: string): Promise<Reminded> {
  const { id } = (await call('POST', '/tasks', { title: 'Water the plants', reminders: [] })).json() as Task;
  const sql = connect(ownerUrl, { max: 2 });
  try {
    await plan(sql, id, claimedAtOnce, 0);
    const planned = performance.now();
    await wake(innerUrl);
    await untilClaimed(sql, id);
    const perSecond = (claimedAtOnce * 1000) / (performance.now() - planned);
    const from = new Date();
    await plan(sql, id, spread.reminders, spread.seconds);
    await wake(innerUrl);
    await untilClaimed(sql, id);
    const late = await sql<{ ms: number }[]>`
      select extract(epoch from claimed_at - fire_at)::float8 * 1000 as ms
      from reminders where task_id = ${id} and fire_at > ${from} order by 1
    `;
    const ms = late.map((one) => one.ms);
    return { perSecond, p50: median(ms), p99: ms[Math.floor(ms.length * 0.99)] ?? Number.NaN };
  } finally {
    await sql.end();
  }
}

/** So many more are stored, of another task and of the next thirty years. */
async function store(call: Client, ownerUrl: string, count: number): Promise<void> {
  const { id } = (await call('POST', '/tasks', { title: 'For years' })).json() as Task;
  const sql = connect(ownerUrl, { max: 1 });
  try {
    await sql.begin(async (tx) => {
      // Looking the same task up for each would be most of the work.
      await tx`set local session_replication_role = replica`;
      await tx`
        insert into reminders (id, task_id, project_id, user_id, ordinal, spec, fire_at, state)
        select gen_random_uuid(), t.id, t.project_id, t.created_by, n % 10, '{"type":"before","minutes":0}',
               now() + interval '1 day' + random() * interval '30 years', 'planned'
        from tasks t, generate_series(1, ${count}::int) n where t.id = ${id}
      `;
    });
    await sql`vacuum analyze reminders`;
  } finally {
    await sql.end();
  }
}

/** So many reminders of the task, evenly over the seconds from five seconds on; of none, all of them due. */
async function plan(sql: Sql, taskId: string, count: number, seconds: number): Promise<void> {
  await sql`
    insert into reminders (id, task_id, project_id, user_id, ordinal, spec, fire_at, state)
    select gen_random_uuid(), t.id, t.project_id, t.created_by, n % 10, '{"type":"before","minutes":0}',
           now() + case when ${seconds}::float8 = 0 then interval '-1 second'
                        else interval '5 seconds' + n * ${seconds / count}::float8 * interval '1 second' end,
           'planned'
    from tasks t, generate_series(1, ${count}::int) n where t.id = ${taskId}
  `;
}

async function untilClaimed(sql: Sql, taskId: string): Promise<void> {
  for (;;) {
    const [waiting] =
      await sql`select from reminders where task_id = ${taskId} and state = 'planned' limit 1`;
    if (!waiting) return;
    await sleep(20);
  }
}
