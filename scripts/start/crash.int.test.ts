import { execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { successorId } from '@zerodo/domain/ids';
import { connect, type Sql } from '@zerodo/store/sql';
import { until } from '@zerodo/testing/until';
import { type Account, type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tasks = 500;
const atOnce = 10;

/** Repeats a request under one key until it is acknowledged, as a client does that lost an answer. */
async function insist({ call }: Account, path: string, body?: object): Promise<{ id: string }> {
  const headers = { 'idempotency-key': randomUUID() };
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await call('POST', path, body, headers).catch(() => undefined);
    if (answer && answer.status < 300) return answer.json;
    if (answer && answer.status !== 503)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    await sleep(50);
  }
  throw new Error(`${path} was never acknowledged`);
}

/** The processes of this Zerodo's functions; their command lines name their folders. */
function functionProcesses(home: string): number[] {
  return execFileSync('ps', ['-eo', 'pid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes(home) && line.includes('/functions/'))
    .map((line) => Number.parseInt(line, 10));
}

const one = <T>(list: readonly T[]): T | undefined => list[list.length > 0 ? randomInt(list.length) : 0];

describe('while functions and database sessions are killed', () => {
  let zerodo: RunningZerodo;
  let ada: Account;
  let owner: Sql;

  beforeAll(async () => {
    zerodo = await startZerodo();
    ada = await zerodo.signUp();
    owner = connect(await zerodo.ownerUrl(), { max: 2 });
  }, 200_000);
  afterAll(async () => {
    await owner?.end();
    await zerodo?.stop();
  });

  it('nothing acknowledged is lost, nothing is there twice, every completion has one successor', async () => {
    let working = true;
    let killed = 0;
    const killing = (async () => {
      while (working) {
        await sleep(randomInt(150, 450));
        const victim = one(functionProcesses(zerodo.home));
        if (victim && randomInt(2)) {
          try {
            process.kill(victim, 'SIGKILL');
            killed += 1;
          } catch {
            // It went to zero by itself between the look and the kill.
          }
        } else {
          const { count } = await owner`
            select pg_terminate_backend(pid) from pg_stat_activity
            where pid = (select pid from pg_stat_activity where usename in ('zerodo_app', 'zerodo_worker') order by random() limit 1)
          `;
          killed += count;
        }
      }
    })();

    const todo = Array.from({ length: tasks }, (_, n) => n);
    const completed: string[] = [];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let n = todo.pop(); n !== undefined; n = todo.pop()) {
          const due = { date: '2026-12-01', time: '09:00', timezone: 'UTC' };
          const { id } = await insist(ada, '/tasks', {
            title: `Task ${n}`,
            due,
            recurrence: { rrules: ['FREQ=DAILY'] },
          });
          await insist(ada, `/tasks/${id}/complete`);
          completed.push(id);
        }
      }),
    );
    working = false;
    await killing;
    expect(killed).toBeGreaterThan(10);

    const open = () =>
      owner<{ id: string }[]>`select id from tasks where status = 'open' and deleted_at is null`;
    await until(async () => (await open()).length >= tasks, 60_000);
    const successors = new Set((await open()).map(({ id }) => id));
    expect(completed.filter((id) => !successors.has(successorId(id)))).toEqual([]);
    const [counted] = await owner`
      select count(*) as tasks, count(*) filter (where status = 'completed') as completed, count(distinct title) as titles from tasks
    `;
    expect(counted).toEqual({ tasks: 2 * tasks, completed: tasks, titles: tasks });
    const events = await owner`
      select split_part(type, '.', 4) as what, count(*) as rows, count(distinct subject) as subjects
      from events where type like 'dev.zerodo.task.%' group by 1 order by 1
    `;
    expect([...events]).toEqual([
      { what: 'completed', rows: tasks, subjects: tasks },
      { what: 'created', rows: 2 * tasks, subjects: 2 * tasks },
    ]);
    expect(await owner`select from dead_letters`).toHaveLength(0);
  }, 240_000);
});
