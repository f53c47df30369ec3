import { once } from 'node:events';
import http from 'node:http';
import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { type Client, load, type Measured } from './load.ts';

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

/** From sending the completion to the next occurrence on the live stream, one after the other. */
export async function nextOnLive(
  call: Client,
  url: string,
  cookie: string,
  times: number,
): Promise<Measured> {
  const request = http.get(`${url}/api/v1/live`, { headers: { cookie } });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const waiting = new Map<string, () => void>();
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, id] of text.matchAll(/"taskId":"([^"]+)"/g)) waiting.get(id!)?.();
  });
  const tasks: Task[] = [];
  for (let n = 0; n <= times; n++) tasks.push((await call('POST', '/tasks', recurring)).json() as Task);
  const complete = async (id: string) => {
    const seen = new Promise<void>((resolve) => waiting.set(successorId(id), resolve));
    await call('POST', `/tasks/${id}/complete`);
    await seen;
    return true;
  };
  // The first one starts what the others find running.
  await complete(tasks.pop()!.id);
  const measured = await load(times, 1, (n) => complete(tasks[n]!.id));
  request.destroy();
  return measured;
}
