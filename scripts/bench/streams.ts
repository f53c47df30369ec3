import http from 'node:http';
import { connect } from '@zerodo/store/sql';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { client, median } from './load.ts';
import { functionsOf } from './processes.ts';
import { head, mib, ms, say } from './say.ts';

/** A person may have twenty. */
const [people, each] = [100, 20];
const rounds = 10;

/** A stream that is open; `heard` is called with each text that comes. */
const open = (url: string, cookie: string, heard: (text: string) => void): Promise<http.ClientRequest> =>
  new Promise((resolve, reject) => {
    const request = http.get(`${url}/api/v1/live`, { headers: { cookie }, agent: false }, (response) => {
      if (response.statusCode !== 200)
        reject(new Error(`A stream was answered with ${response.statusCode}.`));
      response.setEncoding('utf8').on('data', heard);
      response.on('error', () => {});
      resolve(request);
    });
    request.on('error', reject);
  });

/** Two thousand open pages of a hundred people who share a project: how long until a change has reached all of them. */
export async function streams(zerodo: RunningZerodo): Promise<void> {
  const accounts = [];
  for (let n = 0; n < people; n++) accounts.push(await zerodo.signUp());
  const calls = accounts.map(({ cookie }) => client(zerodo.url, cookie));
  for (const call of calls) await call('POST', '/tasks', { title: 'The first' });
  const { id: projectId } = (await calls[0]!('POST', '/projects', { name: 'Shared' })).json() as {
    id: string;
  };
  const sql = connect(await zerodo.ownerUrl(), { max: 1 });
  await sql`
    insert into project_members (project_id, user_id, role)
    select ${projectId}, id, 'editor' from auth."user" on conflict do nothing
  `;
  await sql.end();

  let waiting: { id: string; left: number; done: () => void } | undefined;
  const latencies: number[] = [];
  let begun = 0;
  const heard = (text: string) => {
    if (!waiting || !text.includes(waiting.id)) return;
    latencies.push(performance.now() - begun);
    waiting.left -= 1;
    if (waiting.left === 0) waiting.done();
  };
  const opened = [];
  for (const { cookie } of accounts)
    opened.push(...(await Promise.all(Array.from({ length: each }, () => open(zerodo.url, cookie, heard)))));

  const slowest: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const task = await calls[0]!('POST', '/tasks', { title: `Change ${round}`, projectId });
    const { id } = task.json() as { id: string };
    latencies.length = 0;
    const all = new Promise<void>((done) => {
      waiting = { id, left: opened.length, done };
    });
    begun = performance.now();
    await calls[round % people]!('PATCH', `/tasks/${id}`, { title: `Changed ${round}` });
    await all;
    // The first one starts what the others find running.
    if (round > 0) slowest.push(Math.max(...latencies));
  }
  const taken = (await functionsOf(zerodo.process.pid!)).get('live-stream');
  for (const request of opened) request.destroy();
  head('live streams', 'memory of the process', 'a change on all, median', 'slowest');
  say(
    opened.length.toLocaleString('en'),
    taken ? mib(taken.now) : '–',
    ms(median(slowest)),
    ms(Math.max(...slowest)),
  );
}
