import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Complaint } from './complaint.ts';

const secretsShape = z.strictObject({
  owner: z.string().min(20),
  app: z.string().min(20),
  worker: z.string().min(20),
  web: z.string().min(20),
  auth: z.string().min(20),
});

/** Passwords of the database's owner and its three login roles, and the key that better-auth encrypts with. */
export type Secrets = z.infer<typeof secretsShape>;

/**
 * Makes the state folder, or finds it as it was.
 *
 * @throws Complaint when it cannot be written
 */
export async function openHome(path: string): Promise<void> {
  try {
    // Postgres run by another user (see postgres-user.ts) has to pass through here; nobody else can list or read anything.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    await mkdir(path, { recursive: true, mode });
    if (process.getuid?.() === 0) await chmod(path, (await stat(path)).mode | 0o011);
    await access(path, constants.W_OK | constants.X_OK);
    await mkdir(join(path, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Complaint(
      `The data folder ${path} cannot be written (${reason}); set ZERODO_HOME to one that can.`,
    );
  }
}

/**
 * The secrets of this installation, made once.
 *
 * @throws Complaint when the file is there but not what this wrote
 */
export async function secretsIn(home: string): Promise<Secrets> {
  const file = join(home, 'secrets.json');
  const fresh = () => randomBytes(24).toString('base64url');
  const made = {
    owner: fresh(),
    app: fresh(),
    worker: fresh(),
    web: fresh(),
    auth: randomBytes(32).toString('base64url'),
  };
  try {
    await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readSecrets(home);
}

/** @throws Complaint when there are none, or they are not what Zerodo wrote */
export async function readSecrets(home: string): Promise<Secrets> {
  const file = join(home, 'secrets.json');
  try {
    return secretsShape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new Complaint(`${file} is missing or damaged; restore it, or start with an empty ZERODO_HOME.`);
  }
}
