import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from './complaint.ts';
import { alive } from './process.ts';

/** What other commands (replay, function, watch) need to reach a Zerodo that runs; holds no secret. */
export type Running = {
  pid: number;
  publicUrl?: string;
  innerUrl?: string;
  webUrl?: string;
  /** Without user and password: those are in secrets.json. */
  databaseUrl?: string;
  kafkaBrokers?: string[];
};

const fileIn = (home: string) => join(home, 'running.json');

/** The Zerodo that runs from this state folder, if one does. */
export async function running(home: string): Promise<Running | undefined> {
  try {
    const noted: Running = JSON.parse(await readFile(fileIn(home), 'utf8'));
    return (await alive(noted.pid, 'scripts/start')) ? noted : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One Zerodo per state folder.
 *
 * @throws Complaint when another one has it
 */
export async function lock(
  home: string,
): Promise<{ note: (more: Partial<Running>) => Promise<void>; release: () => Promise<void> }> {
  const other = await running(home);
  if (other && other.pid !== process.pid) {
    throw new Complaint(
      `Zerodo already runs from ${home} (process ${other.pid}); stop it, or set ZERODO_HOME to another folder.`,
    );
  }
  let noted: Running = { pid: process.pid };
  const note = async (more: Partial<Running>) => {
    noted = { ...noted, ...more };
    await writeFile(fileIn(home), `${JSON.stringify(noted, null, 2)}\n`, { mode: 0o600 });
  };
  await note({});
  return { note, release: () => rm(fileIn(home), { force: true }) };
}
