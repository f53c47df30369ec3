/** `npm run bench`: how fast Zerodo is on this machine, beside baselines measured in the same run. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutKafka } from '@zerodo/testing/kafka';
import { type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { completing, creating, listing, nextOnLive, putToSleep } from './api.ts';
import { compare, rounds } from './compare.ts';
import { hops } from './hops.ts';
import { idle } from './idle.ts';
import { asked, asking, fillAccount, manyTasks } from './lists.ts';
import { client } from './load.ts';
import { page } from './page.ts';
import { memory } from './page-memory.ts';
import { pairs } from './pair.ts';
import { keepPlot } from './plot.ts';
import { reading, storedLists } from './reading.ts';
import { relaying, sustainedRelaying } from './relay.ts';
import { reminders } from './reminders.ts';
import { resources } from './resources.ts';
import { rates } from './rules.ts';
import { head, ms, say } from './say.ts';
import { starts } from './starts.ts';
import { streams } from './streams.ts';
import { sustained } from './sustained.ts';
import { telemetry } from './telemetry.ts';

const running = async ({ home }: RunningZerodo) =>
  JSON.parse(await readFile(join(home, 'running.json'), 'utf8'));

async function api(zerodo: RunningZerodo): Promise<void> {
  const { cookie } = await zerodo.signUp();
  const call = client(zerodo.url, cookie);
  const owner = await zerodo.ownerUrl();
  const pair = (atOnce: number) => () => pairs(owner, 500 * Math.sqrt(atOnce), atOnce);
  await creating(call, 200, 10);
  await listing(call, 50, 10);
  head('API', 'throughput', 'p50', 'p95', 'p99', 'errors', 'against the baseline');
  for (const atOnce of [1, 50]) {
    const times = atOnce === 1 ? 200 : 2_000;
    await compare(`pair, ${atOnce} connections (baseline)`, pair(atOnce));
    await compare(`create, ${atOnce} connections`, () => creating(call, times, atOnce), pair(atOnce));
    await compare(
      `complete a recurring task, ${atOnce} connections`,
      () => completing(call, times / 2, atOnce),
      pair(atOnce),
    );
    await compare(`list 50 of ${atOnce === 1 ? 'some thousand' : '10,000'}, ${atOnce} connections`, () =>
      listing(call, times, atOnce),
    );
  }
  const { cookie: live } = await zerodo.signUp();
  const watching = { call: client(zerodo.url, live), url: zerodo.url, cookie: live };
  await compare('complete → next occurrence on the live stream', () =>
    nextOnLive({ ...watching, times: 50 }),
  );
  await compare('… with every function asleep', () =>
    nextOnLive({ ...watching, times: 15, before: () => putToSleep(zerodo.process.pid!) }),
  );
}

async function relay(zerodo: RunningZerodo): Promise<void> {
  const { cookie } = await zerodo.signUp();
  await creating(client(zerodo.url, cookie), 10, 1);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rates.push(await relaying(await zerodo.ownerUrl(), (await running(zerodo)).innerUrl));
  }
  head('relay to Kafka', 'median');
  say('20,000 waiting events', `${rates.toSorted((a, b) => a - b)[1]!.toFixed(0)} events/s`);
}

function rules(): void {
  head('rules, in one thread', 'throughput', 'longest');
  for (const { name, perSecond, longestMs } of rates()) say(name, `${perSecond.toFixed(0)}/s`, ms(longestMs));
}

async function lists(zerodo: RunningZerodo): Promise<void> {
  const { cookie } = await zerodo.signUp();
  const call = client(zerodo.url, cookie);
  await fillAccount(call, await zerodo.ownerUrl());
  await asking(call, 'status=open', 50, 5);
  head(`${manyTasks.toLocaleString('en')} tasks in one account`, 'throughput', 'p50', 'p95', 'p99', 'errors');
  for (const [name, query] of Object.entries(asked)) {
    const { perSecond, p50, p95, p99, errors } = await asking(call, query, 200, 2);
    say(name, `${perSecond.toFixed(0)}/s`, ms(p50), ms(p95), ms(p99), String(errors));
  }
}

const named = process.argv.slice(2);
const said = named.find((word) => /^\d+$/.test(word));

type Part = {
  args?: string[];
  /** It takes its time: only when it is named. */
  long?: true;
  measure: (zerodo: RunningZerodo) => Promise<void>;
};

/** What can be measured of a running Zerodo, by name: `npm run bench -- starts api`; all of it when none is named. */
const parts: Record<string, Part> = {
  starts: { measure: starts },
  api: { measure: api },
  lists: {
    measure: async (zerodo) => {
      await reading(zerodo);
      await lists(zerodo);
    },
  },
  'stored-lists': { long: true, measure: storedLists },
  reminders: { measure: async (zerodo) => void (await reminders(zerodo, [0])) },
  streams: { measure: streams },
  hops: { measure: hops },
  idle: { measure: idle },
  resources: { measure: resources },
  page: { measure: page },
  telemetry: { long: true, measure: telemetry },
  'page-memory': { long: true, measure: (zerodo) => memory(zerodo, Number(said ?? 5)) },
  sustained: {
    long: true,
    measure: async (zerodo) => keepPlot('sustained', await sustained(zerodo, Number(said ?? 10))),
  },
  'stored-reminders': {
    long: true,
    measure: async (zerodo) =>
      keepPlot('stored-reminders', await reminders(zerodo, [10_000, 990_000, 9_000_000])),
  },
  relay: { args: ['--kafka'], measure: relay },
  'sustained-relay': {
    args: ['--kafka'],
    long: true,
    async measure(zerodo) {
      await creating(client(zerodo.url, (await zerodo.signUp()).cookie), 10, 1);
      const { innerUrl } = await running(zerodo);
      await keepPlot(
        'sustained-relay',
        await sustainedRelaying(await zerodo.ownerUrl(), innerUrl, Number(said ?? 10)),
      );
    },
  },
};

const known = ['rules', ...Object.keys(parts)];
const unknown = named.find((word) => word !== said && !known.includes(word));
if (unknown !== undefined) {
  console.error(`Nothing is measured under the name ${unknown}. There are ${known.join(', ')}.`);
  process.exit(1);
}

if (named.length === 0 || named.includes('rules')) {
  rules();
  console.log('');
}
for (const [name, { args = [], long, measure }] of Object.entries(parts)) {
  if (named.length > 0 ? !named.includes(name) : long) continue;
  if (args.includes('--kafka') && withoutKafka()) continue;
  const zerodo = await startZerodo({ args });
  try {
    await measure(zerodo);
    console.log('');
  } finally {
    await zerodo.stop();
  }
}
