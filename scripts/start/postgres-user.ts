import { execFile } from 'node:child_process';
import { cp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Complaint } from './complaint.ts';

const run = promisify(execFile);

/** Who runs the embedded Postgres: nothing to change, or the user that root hands it to. */
export type PostgresUser = { uid: number; gid: number } | undefined;

/**
 * Postgres refuses to run as root, so root hands it to a user without rights.
 *
 * @throws Complaint when this machine has no such user
 */
export async function postgresUser(): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(
        ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Complaint(
    'Postgres cannot run as root and this machine has no user "postgres" or "nobody"; start Zerodo as another user or set DATABASE_URL.',
  );
}

/** The first folder on the way to `path` that `user` may not enter; undefined when there is none. */
async function closedFolder(path: string, user: PostgresUser): Promise<string | undefined> {
  if (!user) return undefined;
  const above = dirname(path);
  const closed = above === path ? undefined : await closedFolder(above, user);
  if (closed) return closed;
  const { mode, uid, gid } = await stat(path);
  const entry = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return mode & entry ? undefined : path;
}

/**
 * Makes sure that `user` can reach the state folder.
 *
 * @throws Complaint naming the folder that is in the way
 */
export async function openTo(user: PostgresUser, home: string): Promise<void> {
  const closed = await closedFolder(home, user);
  if (closed) {
    throw new Complaint(
      `Postgres cannot run as root, and only root may enter ${closed}; set ZERODO_HOME to a folder elsewhere, for example ZERODO_HOME=/var/lib/zerodo.`,
    );
  }
}

/** The folder of Postgres's programs, copied into the state folder when the installed one is closed to `user`. */
export async function programsFor(user: PostgresUser, installed: string, home: string): Promise<string> {
  if (!(await closedFolder(installed, user))) return installed;
  const copy = join(home, 'postgres-programs');
  if (
    await stat(copy).then(
      () => true,
      () => false,
    )
  )
    return copy;
  await rm(`${copy}.new`, { recursive: true, force: true });
  await cp(installed, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
  await rename(`${copy}.new`, copy);
  return copy;
}
