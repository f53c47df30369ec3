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
  /** The temporary folder of the unix sockets. */
  sockets?: string;
};

const fileIn = (home: string) => join(home, 'running.json');

/** The Zerodo that runs from this state folder, if one does. */
export async function running(home: string): Promise<Running | undefined> {
  const last = await noted(home);
  return last && (await alive(last.pid, 'scripts/start')) ? last : undefined;
}

/** What the last Zerodo noted down, running or not; one that stopped by itself leaves nothing. */
const noted = async (home: string): Promise<Running | undefined> => {
  try {
    return JSON.parse(await readFile(fileIn(home), 'utf8'));
  } catch {
    return undefined;
  }
};

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
  const left = await noted(home);
  if (left?.sockets) await rm(left.sockets, { recursive: true, force: true });
  let now: Running = { pid: process.pid };
  const note = async (more: Partial<Running>) => {
    now = { ...now, ...more };
    await writeFile(fileIn(home), `${JSON.stringify(now, null, 2)}\n`, { mode: 0o600 });
  };
  await note({});
  return { note, release: () => rm(fileIn(home), { force: true }) };
}
