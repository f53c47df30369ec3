import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that the threads of a process have been on a processor: other programs hardly move it. NaN but on Linux. */
export function cpuMs(pid: number): number {
  try {
    const nanos = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanos.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}
