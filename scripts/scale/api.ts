import { setTimeout as sleep } from 'node:timers/promises';
import { load, type Measured } from '../bench/load.ts';
import { Live } from '../verify/live.ts';
import type { Person } from '../verify/person.ts';

/** After so many milliseconds without a word of any change there is none to come. */
const quiet = 20_000;

type Call = (method: string, path: string, body?: object) => Promise<Response>;

const caller =
  (url: string, person: Person): Call =>
  async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...person.headers(), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    return response;
  };

/** Makes tasks, and hears of each of them on the live stream: through outbox, Kafka and the topic `task-updates`. */
export async function makeTasks(
  url: string,
  person: Person,
  { tasks, atOnce }: { tasks: number; atOnce: number },
): Promise<{ measured: Measured; heard: number; eventsPerSecond: number }> {
  const live = new Live();
  const giveUp = AbortSignal.timeout(15 * 60_000);
  await live.open(url, person.headers(), giveUp);
  try {
    const call = caller(url, person);
    const begun = performance.now();
    const measured = await load(tasks, atOnce, async (n) =>
      call('POST', '/tasks', { title: `Load ${n}`, ...person.place() }).then(
        ({ status }) => status === 201,
        () => false,
      ),
    );
    const { count, lastAt } = await settled(live, tasks, giveUp);
    return { measured, heard: count, eventsPerSecond: (1000 * count) / (lastAt - begun) };
  } finally {
    live.close();
  }
}

/** Waits until the stream has told of all of them, or has had nothing to tell for a while. */
async function settled(live: Live, tasks: number, signal: AbortSignal) {
  const began = performance.now();
  for (;;) {
    const told = live.told('dev.zerodo.task.created.v1');
    if (told.count >= tasks || performance.now() - Math.max(told.lastAt, began) > quiet) return told;
    await sleep(500, undefined, { signal });
  }
}

/** What a hop from the gateway to a warm function costs: an answer of a function that asks nobody, less one of the gateway itself. */
export async function warmHop(url: string, person: Person, times: number): Promise<number> {
  const call = caller(url, person);
  const rule = { rrule: 'FREQ=DAILY', dtstart: '2026-11-22T09:00:00', timezone: 'Europe/Berlin', count: 1 };
  const through = async () => (await call('POST', '/recurrence/preview', rule)).ok;
  const gateway = async () => (await call('GET', '/no-such-path')).status === 404;
  await load(20, 1, through);
  await load(20, 1, gateway);
  const [far, near] = [await load(times, 1, through), await load(times, 1, gateway)];
  if (far.errors + near.errors > 0)
    throw new Error(`${far.errors + near.errors} of ${2 * times} answers were wrong`);
  return far.p50 - near.p50;
}
