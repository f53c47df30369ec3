import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether `pid` lives; EPERM is the answer about another user's living process, and a zombie is dead. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Whether the process that was noted down still lives. Ids are used again after a restart of the machine, so where the
 * system tells (Linux), its command line has to name `word` as well.
 */
export async function alive(pid: number, word: string): Promise<boolean> {
  if (!exists(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.includes(word);
}

/** Waits until a process that was told to stop is gone, and ends it after `patience` milliseconds. */
export async function stopped(pid: number, patience: number): Promise<void> {
  for (const end = Date.now() + patience; exists(pid); await sleep(15)) {
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
  }
}
