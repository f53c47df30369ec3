import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Clock = {
  /** What Node is told, so that a process follows this clock. */
  flags: string[];
  /** Wrong by so many milliseconds from now on. */
  move: (offsetMs: number) => Promise<void>;
  /** What a process that follows it takes for now. */
  now: () => number;
};

const program = fileURLToPath(new URL('moved-clock.cjs', import.meta.url));

/**
 * The clock of all processes of Node in a run. Postgres and Kafka keep the right one, as a database server does that stands
 * elsewhere, so that the two differ: that is harder than a clock that is wrong for everybody.
 */
export async function openClock(folder: string): Promise<Clock> {
  const [file, loaded] = [join(folder, 'clock'), join(folder, 'clock.cjs')];
  let offset = 0;
  await writeFile(file, '0');
  await writeFile(loaded, `require(${JSON.stringify(program)})(${JSON.stringify(file)});\n`);
  return {
    flags: ['--require', loaded],
    now: () => Date.now() + offset,
    move: async (offsetMs) => {
      offset = offsetMs;
      await writeFile(`${file}.new`, String(offsetMs));
      await rename(`${file}.new`, file);
    },
  };
}
