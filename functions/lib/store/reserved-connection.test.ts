import { testDatabase } from '@zerodo/testing/database';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';

/** As the library behind sign-in takes a connection for each of its questions. */
async function ask(sql: postgres.Sql): Promise<string> {
  const reserved = await sql.reserve();
  try {
    await reserved`select 1`;
    return 'answered';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    reserved.release();
  }
}

describe('a connection that somebody has to himself', () => {
  const database = testDatabase();
  const end = (application: string) => database.owner()`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ${application}
  `;
  const open = (application: string, max: number) =>
    postgres(database.url('zerodo_web'), { max, connection: { application_name: application } });

  it('is not given to the next one when it has died meanwhile', async () => {
    const sql = open('died-meanwhile', 2);
    const reserved = await sql.reserve();
    await reserved`select 1`;

    await end('died-meanwhile');
    const asked = await reserved`select 1`.then(
      () => 'answered',
      (error) => error.code,
    );
    reserved.release();

    expect(asked).not.toBe('answered');
    expect(await Promise.all([ask(sql), ask(sql), ask(sql)])).toEqual(['answered', 'answered', 'answered']);
    await sql.end();
  });

  it('fails what it was still to be asked, and lets nobody wait', async () => {
    const sql = open('still-to-ask', 1);
    const reserved = await sql.reserve();

    const asked = [reserved`select pg_sleep(30)`, reserved`select 1`, reserved`select 2`].map((query) =>
      query.then(
        () => 'answered',
        () => 'failed',
      ),
    );
    await expect.poll(async () => (await end('still-to-ask')).length).toBe(1);

    expect(await Promise.all(asked)).toEqual(['failed', 'failed', 'failed']);
    reserved.release();
    expect(await ask(sql)).toBe('answered');
    await sql.end();
  });
});
