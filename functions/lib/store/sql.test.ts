import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { connect } from './sql.ts';

describe('an address', () => {
  const database = testDatabase();

  it('may name the folder of a Unix socket', async () => {
    const [{ folder } = { folder: '' }] = await database.owner()<
      { folder: string }[]
    >`select current_setting('unix_socket_directories') as folder`;
    const url = new URL(database.url('zerodo_worker'));
    url.searchParams.set('host', folder);
    const sql = connect(url.href, { max: 1 });

    const [row] = await sql`select current_user as who, inet_client_addr() as address`;
    await sql.end();

    expect(row).toEqual({ who: 'zerodo_worker', address: null });
  });
});
