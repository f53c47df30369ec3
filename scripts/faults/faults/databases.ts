import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@zerodo/store/sql';
import { type Fault, picked, signal } from './fault.ts';
import { away, silent, torn } from './on-the-way.ts';

const awayMs = 4_000;

/** Recovery takes as long as it takes. */
async function untilBack(owner: Sql): Promise<void> {
  while (
    !(await owner`select 1`.then(
      () => true,
      () => false,
    ))
  )
    await sleep(50);
}

/** `pg_terminate_backend` on one session after the other, in whatever transaction it is. */
export const sessionsEnded: Fault = {
  lastsMs: 2_000,
  async strike({ owner }) {
    for (let time = 0; time < 20; time++) {
      await owner`
        select pg_terminate_backend(pid) from pg_stat_activity where pid = (
          select pid from pg_stat_activity where usename like 'zerodo_%' order by state = 'active' desc, random() limit 1)
      `;
      await sleep(100);
    }
  },
};

/** `kill -9` of one backend, after which Postgres ends all others and recovers. */
export const sessionKilled: Fault = {
  lastsMs: awayMs,
  async strike({ owner, world: { postgres } }, dice) {
    const pid = picked(await postgres.sessions(), dice);
    if (pid) signal({ pid }, 'SIGKILL');
    await sleep(awayMs);
    await untilBack(owner);
  },
};

/** `kill -9` of the server itself: it is started again and recovers from its log. */
export const postgresKilled: Fault = {
  lastsMs: awayMs,
  async strike({ owner, world: { postgres } }) {
    signal({ pid: await postgres.pid() }, 'SIGKILL');
    await sleep(awayMs);
    await untilBack(owner);
  },
};

export const postgresAway = away('postgres', awayMs);
export const postgresSilent = silent('postgres', awayMs);
export const postgresTorn = torn('postgres', 3_000, 0.03);
