import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Doubled eight times, all of it is longer than the longest lease, as it is in production: nothing is given up before. */
const backoffDelay = 'PT0.5S';
/** Every ten seconds. */
const often = '*/10 * * * * *';
/** Ticks are hints and may come at any time: what waits for one is not to be waited for five minutes at the end of a run. */
const schedules: Record<string, string> = {
  'outbox-relay': often,
  'recurrence-spawn': often,
  'reminder-due': often,
  'webhook-deliver': often,
};

/** The manifests of one machine with shorter waits: the settings of a run, everything else as it is. */
export async function stageManifests(from: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  for (const file of await readdir(from)) {
    const text = await readFile(join(from, file), 'utf8');
    const often = schedules[file.replace(/\.yaml$/, '')];
    await writeFile(
      join(into, file),
      text
        .replace(/^( *backoffDelay: ).*$/gm, `$1${backoffDelay}`)
        .replace(/^( *schedule: ).*$/gm, (line, key) => (often ? `${key}'${often}'` : line)),
    );
  }
  return into;
}
