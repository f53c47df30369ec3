import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Gives a Kafka below `home` the jars that an earlier one left, so that Maven is asked once and not by everybody. Call the answer when it
 * has started: what was fetched is kept then.
 */
export async function withKeptJars(home: string): Promise<() => Promise<void>> {
  const kept = await keptJars();
  const jars = join(home, 'kafka', 'jars');
  await mkdir(join(home, 'kafka'), { recursive: true });
  if (!existsSync(kept)) return () => keep(jars, kept);
  if (!existsSync(jars)) await symlink(kept, jars);
  return async () => {};
}

/** Where the jars of this version lie. */
async function keptJars(): Promise<string> {
  const pom = await readFile(join(root, 'kafka', 'local', 'pom.xml'));
  const version = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  return join(root, 'node_modules', '.cache', `zerodo-kafka-${version}`);
}

/** Copied and then renamed: whoever comes second finds all of them or makes no use of them. */
async function keep(jars: string, place: string): Promise<void> {
  const copy = `${place}.${process.pid}`;
  await cp(jars, copy, { recursive: true });
  await rename(copy, place).catch(() => rm(copy, { recursive: true, force: true }));
}
