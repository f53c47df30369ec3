import { readdir, readFile } from 'node:fs/promises';

/** What the kernel says of a process: resident memory now and at its most (bytes), and the processor's time (seconds). */
export type Taken = { pid: number; now: number; most: number; processor: number };

/** Linux counts a process's time in hundredths of a second, on every platform that Node runs on. */
const ticksPerSecond = 100;

/** The functions that the runner with this process id has started, by name; the one with the most memory where there are several. */
export async function functionsOf(runner: number): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken>();
  for (const pid of await family(runner)) {
    const one = await read(pid).catch(() => undefined);
    if (one && one.most > (taken.get(one.name)?.most ?? 0)) taken.set(one.name, one);
  }
  return taken;
}

/** @throws when the process has ended meanwhile */
async function read(pid: number): Promise<(Taken & { name: string }) | undefined> {
  const [command, status, stat] = await Promise.all(
    ['cmdline', 'status', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
  );
  const [, name] = /\/functions\/([^/]+)\/boot\.cjs/.exec(command!) ?? [];
  if (name === undefined) return undefined;
  const kibibytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status!)?.[1]) * 1024;
  const [user, system] = fields(stat!).slice(11, 13).map(Number);
  return {
    pid,
    name,
    now: kibibytes('VmRSS'),
    most: kibibytes('VmHWM'),
    processor: (user! + system!) / ticksPerSecond,
  };
}

/** Of `/proc/…/stat` those after the name, which may hold anything: the state is the first, the parent the second. */
const fields = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** The process and all that it started, and what those started; empty but on Linux. */
export async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of (await readdir('/proc').catch(() => [])).filter((one) => /^\d+$/.test(one))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
    if (stat) parents.set(Number(name), Number(fields(stat)[1]));
  }
  const isOurs = (one: number | undefined): boolean =>
    one !== undefined && (one === pid || isOurs(parents.get(one)));
  return [...parents.keys()].filter(isOurs);
}

/** Bytes of memory that these take together; what several share counts once. */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const each = pids.map(async (pid) => {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    return Number(/^Pss:\s*(\d+)/m.exec(text)?.[1] ?? 0) * 1024;
  });
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
}
