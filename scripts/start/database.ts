import { migrate } from '@zerodo/store/migrate';
import { connect } from '@zerodo/store/sql';
import { Complaint } from './complaint.ts';
import type { Secrets } from './home.ts';

export type DatabaseUrls = { owner: string; app: string; worker: string; web: string };

/** The addresses of the owner and of the login roles, in the database that `ownerUrl` names. */
export function urlsFor(ownerUrl: string, { app, worker, web }: Secrets): DatabaseUrls {
  const as = (username: string, password: string) =>
    Object.assign(new URL(ownerUrl), { username, password }).href;
  return {
    owner: ownerUrl,
    app: as('zerodo_app', app),
    worker: as('zerodo_worker', worker),
    web: as('zerodo_web', web),
  };
}

/** The same address for a file that others may see. */
export const anonymous = (url: string): string =>
  Object.assign(new URL(url), { username: '', password: '' }).href;

/**
 * The owner's address of the embedded Postgres, whose database is made when it is not there: by its Unix socket where it has one, which
 * takes an eighth less of the processor for a transaction than TCP does.
 */
export async function embeddedOwnerUrl(
  { port, socketFolder }: { port: number; socketFolder?: string | undefined },
  password: string,
): Promise<string> {
  const url = new URL(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  if (socketFolder) url.searchParams.set('host', socketFolder);
  const sql = connect(url.href, { max: 1 });
  try {
    const [there] = await sql`select 1 from pg_database where datname = 'zerodo'`;
    if (!there) await sql`create database zerodo`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return Object.assign(url, { pathname: '/zerodo' }).href;
}

/** @throws Complaint when the database behind DATABASE_URL does not answer or does not let us in */
export async function reach(ownerUrl: string): Promise<void> {
  const sql = connect(ownerUrl, { max: 1 });
  try {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (row && row.version < 160_000) {
      throw new Complaint('The database behind DATABASE_URL is older than Postgres 16, which Zerodo needs.');
    }
  } catch (error) {
    if (error instanceof Complaint) throw error;
    const { host, pathname } = new URL(ownerUrl);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Complaint(
      `The database ${pathname.slice(1)} at ${host} cannot be reached (${message || code}); check DATABASE_URL.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Brings the schema up to date and sets the roles' passwords. Answers the names of what was applied.
 *
 * @throws Complaint with what stood in the way
 */
export const prepare = (ownerUrl: string, { app, worker, web }: Secrets): Promise<string[]> =>
  migrate(ownerUrl, { passwords: { zerodo_app: app, zerodo_worker: worker, zerodo_web: web } }).catch(
    (error) => {
      throw new Complaint(`The database could not be brought to the newest schema: ${error.message}`);
    },
  );
