import { Complaint } from '../start/complaint.ts';
import { type Pods, Seen } from './pods.ts';

/** How a cluster is looked at. */
export type Cluster = {
  pods: () => Promise<Pods>;
  pause: (seconds: number) => Promise<void>;
};

const every = 2;
/** The window, the minute that Knative lets a revision finish in, and a busy machine. */
const patience = 300;

/**
 * Waits until none of these functions has a pod.
 *
 * @returns after how many seconds
 * @throws Complaint that names those that stay
 */
export async function untilZero(cluster: Cluster, names: readonly string[]): Promise<number> {
  for (let passed = 0; ; passed += every) {
    const pods = await cluster.pods();
    const running = names.filter((name) => pods.has(name));
    if (running.length === 0) return passed;
    if (passed >= patience)
      throw new Complaint(`${running.join(', ')} did not come to zero within ${patience} s without work`);
    await cluster.pause(every);
  }
}

/** What is seen of these functions while something is done. */
export async function during<T>(
  cluster: Cluster,
  names: readonly string[],
  work: Promise<T>,
): Promise<{ result: T; seen: Seen }> {
  const seen = new Seen(names);
  let busy = true;
  const done = work.finally(() => {
    busy = false;
  });
  // It is looked at when the work is over, whatever comes first.
  done.catch(() => {});
  while (busy) {
    seen.add(await cluster.pods());
    await cluster.pause(every);
  }
  return { result: await done, seen };
}

/**
 * Looks at functions that a clock wakes for some seconds.
 *
 * @param often those that it wakes within that time
 * @throws Complaint that names those that never sleep, or never wake
 */
export async function betweenTicks(
  cluster: Cluster,
  names: readonly string[],
  often: readonly string[],
  seconds: number,
): Promise<void> {
  const seen = new Seen(names);
  for (let passed = 0; passed < seconds; passed += every) {
    seen.add(await cluster.pods());
    await cluster.pause(every);
  }
  if (seen.neverAtZero.length > 0)
    throw new Complaint(`${seen.neverAtZero.join(', ')} did not sleep between two ticks in ${seconds} s`);
  const still = seen.neverThere.filter((name) => often.includes(name));
  if (still.length > 0) throw new Complaint(`no tick woke ${still.join(', ')} in ${seconds} s`);
}
