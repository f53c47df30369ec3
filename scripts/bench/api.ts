import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { type Client, load, type Measured, measured } from './load.ts';
import { functionsOf } from './processes.ts';

const due = { date: '2026-12-01', time: '09:00', timezone: 'UTC' };
const recurring = { title: 'Water the plants', due, recurrence: { rrules: ['FREQ=DAILY'] } };

export const creating = (call: Client, times: number, atOnce: number): Promise<Measured> =>
  load(times, atOnce, async (n) => (await call('POST', '/tasks', { title: `Task ${n}` })).status === 201);

/** Tasks with a rule, made beforehand, are completed; each has a successor to be spawned. */
export async function completing(call: Client, times: number, atOnce: number): Promise<Measured> {
  const ids: string[] = [];
  await load(times, 10, async () => {
    ids.push(((await call('POST', '/tasks', recurring)).json() as Task).id);
    return true;
  });
  return load(times, atOnce, async (n) => (await call('POST', `/tasks/${ids[n]}/complete`)).status === 200);
}

export const listing = (call: Client, times: number, atOnce: number): Promise<Measured> =>
  load(times, atOnce, async () => (await call('GET', '/tasks?status=open&limit=50')).status === 200);

type Watching = {
  call: Client;
  url: string;
  cookie: string;
  times: number;
  /** What is done before each, and not measured. */
  before?: () => Promise<void>;
};

/** From sending the completion to the next occurrence on the live stream, one after the other. */
export async function nextOnLive({ call, url, cookie, times, before }: Watching): Promise<Measured> {
  const request = http.get(`${url}/api/v1/live`, { headers: { cookie } });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const waiting = new Map<string, () => void>();
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, id] of text.matchAll(/"taskId":"([^"]+)"/g)) waiting.get(id!)?.();
  });
  const tasks: Task[] = [];
  for (let n = 0; n <= times; n++) tasks.push((await call('POST', '/tasks', recurring)).json() as Task);
  const complete = async ({ id }: Task) => {
    const begun = performance.now();
    const seen = new Promise<void>((resolve) => waiting.set(successorId(id), resolve));
    await call('POST', `/tasks/${id}/complete`);
    await seen;
    return performance.now() - begun;
  };
  // The first one starts what the others find running.
  await complete(tasks.pop()!);
  const latencies: number[] = [];
  for (const task of tasks) {
    await before?.();
    latencies.push(await complete(task));
  }
  request.destroy();
  return measured(
    latencies,
    latencies.reduce((sum, one) => sum + one, 0),
  );
}

/** Ends every function but the one that holds the stream, as if nobody had needed them for long. */
export async function putToSleep(runner: number): Promise<void> {
  const awake = async () => [...(await functionsOf(runner))].filter(([name]) => name !== 'live-stream');
  for (let some = await awake(); some.length > 0; some = await awake()) {
    for (const [, { pid }] of some) process.kill(pid, 'SIGTERM');
    await sleep(100);
  }
}
