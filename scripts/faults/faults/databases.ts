import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@zerodo/store/sql';
import { randomFrom } from '../random.ts';
import { type Fault, picked, signal } from './fault.ts';

const awayMs = 4_000;
const tornMs = 3_000;

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

/** Nobody reaches it. */
export const postgresAway: Fault = {
  lastsMs: awayMs,
  async strike({ world: { postgres } }) {
    postgres.proxy.away();
    await sleep(awayMs);
    postgres.proxy.back();
  },
};

/** It is there, and says nothing. */
export const postgresSilent: Fault = {
  lastsMs: awayMs,
  async strike({ world: { postgres } }) {
    postgres.proxy.hold();
    await sleep(awayMs);
    postgres.proxy.back();
  },
};

/** Its answers are torn in two, commits among them: nobody knows then whether it was done. */
export const postgresTorn: Fault = {
  lastsMs: tornMs,
  async strike({ world: { postgres } }, dice) {
    postgres.proxy.tear(0.03, randomFrom(`torn ${dice}`).next);
    await sleep(tornMs);
    postgres.proxy.back();
  },
};
