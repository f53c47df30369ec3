import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpSchema } from '@zerodo/store/dump-schema';
import { migrate } from '@zerodo/store/migrate';
import { embeddedOwnerUrl } from '../start/database.ts';
import { openHome } from '../start/home.ts';
import { startPostgres } from '../start/postgres.ts';

/** What the migrations make of an empty database, asked of a Postgres that lives only for the question. */
export async function renderDatabaseSchema(): Promise<Record<string, string>> {
  const home = await mkdtemp(join(tmpdir(), 'zerodo-schema-'));
  const password = 'for-a-moment';
  await openHome(home);
  const postgres = await startPostgres(home, password, new AbortController().signal);
  try {
    const url = await embeddedOwnerUrl(postgres, password);
    await migrate(url);
    return { 'schema.sql': await dumpSchema(url) };
  } finally {
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  }
}
