import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAtLeast, type Level, readable } from './readable-log.ts';

type Options = {
  /** What is less urgent is only in the file. */
  least: Level;
  everyMs: number;
  print: (text: string) => void;
};

/** Its own words, and not in JSON. */
const notOurs = ['postgres.log', 'kafka.log'];

/** Prints for people what the processes of a folder write into their logs from now on. */
export async function followLogs(
  folder: string,
  { least, everyMs, print }: Options,
): Promise<{ stop: () => Promise<void> }> {
  /** How far each file is read, and the beginning of a line that is not whole yet. */
  const reached = new Map<string, { offset: number; rest: string }>();
  const stopping = new AbortController();
  const files = async () =>
    (await readdir(folder)).filter((name) => name.endsWith('.log') && !notOurs.includes(name));

  const read = async (name: string): Promise<void> => {
    const path = join(folder, name);
    const { size } = await stat(path);
    const before = reached.get(name) ?? { offset: 0, rest: '' };
    if (size === before.offset) return;
    const { offset, rest } = size < before.offset ? { offset: 0, rest: '' } : before;
    const file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - offset), 0, size - offset, offset);
    await file.close();
    const lines = (rest + buffer.toString('utf8', 0, bytesRead)).split('\n');
    reached.set(name, { offset: offset + bytesRead, rest: lines.pop()! });
    for (const line of lines.map(readable)) if (isAtLeast(line, least)) print(line.text);
  };
  const readAll = async () => {
    // A file that is being put aside is there again a moment later.
    for (const name of await files()) await read(name).catch(() => {});
  };

  for (const name of await files())
    reached.set(name, { offset: (await stat(join(folder, name))).size, rest: '' });
  const following = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
      await readAll();
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await following;
    },
  };
}
