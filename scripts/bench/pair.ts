import { randomUUID } from 'node:crypto';
import { connect } from '@zerodo/store/sql';
import { load, type Measured } from './load.ts';

const note = 'x'.repeat(300);

/**
 * The baseline of everything that writes: one insert of a 300-byte task and one of its outbox row,
 * committed, through postgres.js at the same number of connections.
 */
export async function pairs(ownerUrl: string, times: number, atOnce: number): Promise<Measured> {
  const sql = connect(ownerUrl, { max: atOnce });
  await sql`create table if not exists bench_tasks (id uuid primary key, title text)`;
  await sql`create table if not exists bench_outbox (id uuid primary key, data jsonb)`;
  try {
    return await load(times, atOnce, async () => {
      const id = randomUUID();
      await sql.begin(async (tx) => {
        await tx`insert into bench_tasks values (${id}, ${note})`;
        await tx`insert into bench_outbox values (${id}, ${tx.json({ note })})`;
      });
      return true;
    });
  } finally {
    await sql`drop table bench_tasks, bench_outbox`;
    await sql.end();
  }
}
