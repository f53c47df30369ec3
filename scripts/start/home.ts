import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Complaint } from './complaint.ts';
import { vapidKeys } from './vapid.ts';

/** What the first versions wrote. */
const firstShape = z.object({
  owner: z.string().min(20),
  app: z.string().min(20),
  worker: z.string().min(20),
  web: z.string().min(20),
  auth: z.string().min(20),
});
const secretsShape = firstShape
  .extend({
    sealing: z.string().min(32),
    vapid: z.strictObject({ public: z.string().min(80), private: z.string().min(40) }),
  })
  .strict();

/**
 * Passwords of the database's owner and its three login roles, the key that better-auth encrypts
 * with, the one that people's secrets are sealed and links in mails are signed with, and the pair
 * that signs web push.
 */
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
  const fresh = () => randomBytes(24).toString('base64url');
  const passwords = { owner: fresh(), app: fresh(), worker: fresh(), web: fresh() };
  const made = { ...passwords, auth: randomBytes(32).toString('base64url'), ...laterSecrets() };
  try {
    await writeFile(fileIn(home), written(made), { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readSecrets(home);
}

/**
 * Reads them; what an older version did not make yet is made and kept.
 *
 * @throws Complaint when there are none, or they are not what Zerodo wrote
 */
export async function readSecrets(home: string): Promise<Secrets> {
  const file = fileIn(home);
  try {
    const found = JSON.parse(await readFile(file, 'utf8'));
    firstShape.parse(found);
    const whole = secretsShape.parse({ ...laterSecrets(), ...found });
    if (Object.keys(found).length < Object.keys(whole).length) await replace(file, written(whole));
    return whole;
  } catch {
    throw new Complaint(`${file} is missing or damaged; restore it, or start with an empty ZERODO_HOME.`);
  }
}

const fileIn = (home: string): string => join(home, 'secrets.json');

const written = (secrets: Secrets): string => `${JSON.stringify(secrets, null, 2)}\n`;

const laterSecrets = () => ({ sealing: randomBytes(32).toString('base64url'), vapid: vapidKeys() });

/** All of the new file or all of the old one, whatever happens; nobody else can ever read it. */
async function replace(file: string, text: string): Promise<void> {
  const next = `${file}.${process.pid}`;
  await writeFile(next, text, { flag: 'wx', mode: 0o600 });
  await rename(next, file);
}
