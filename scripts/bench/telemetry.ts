import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTask } from '@zerodo/domain/commands';
import { type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { bundle, makeCodeCache, nodeFlags } from '../build/bundle.ts';
import { root } from '../tool.ts';
import { completing, creating } from './api.ts';
import { coldStarts } from './cold-start.ts';
import { client, load, type Measured, median } from './load.ts';
import { family } from './processes.ts';
import { cpuMs } from './processor.ts';
import { head, ms, say } from './say.ts';
import { withoutTelemetry } from './without-telemetry.ts';

const rounds = 5;
/** Messages between two looks at the clock. */
const batch = 1_000;
const name = 'task-create';
const headers = {
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-id': 'bench',
  'ce-source': '/bench',
  'ce-type': createTask.type,
};
const nowhere = {
  ZERODO_APP_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  ZERODO_JWKS_URL: 'http://127.0.0.1:1/',
  ZERODO_LOG_LEVEL: 'silent',
};

/** `none`: a function that was built without telemetry; `off`: as it is; `on`: with an endpoint that takes everything. */
type Variant = { name: string; folder: string; env: Record<string, string> };

/** What telemetry costs: switched off against a build without it, and switched on against switched off. */
export async function telemetry(off: RunningZerodo): Promise<void> {
  const collector = http.createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  });
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  const endpoint = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  };
  const scratch = await mkdtemp(join(tmpdir(), 'zerodo-bench-'));
  try {
    const [none, usual] = await builds(scratch);
    const variants: Variant[] = [
      { name: 'none', folder: none, env: {} },
      { name: 'off', folder: usual, env: {} },
      { name: 'on', folder: usual, env: endpoint },
    ];
    await starts(variants);
    console.log('');
    await messages(variants, scratch);
    console.log('');
    await requests(off, endpoint);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    collector.close();
    collector.closeAllConnections();
  }
}

async function builds(scratch: string): Promise<[none: string, usual: string]> {
  const made: string[] = [];
  for (const [kind, plugins] of [
    ['none', [withoutTelemetry]],
    ['usual', []],
  ] as const) {
    const folder = join(scratch, kind, 'functions', name);
    await bundle(root, name, folder, [...plugins]);
    await makeCodeCache(name, folder, new AbortController().signal);
    made.push(folder);
  }
  return made as [string, string];
}

async function starts(variants: Variant[]): Promise<void> {
  const subjects = variants.map((variant) => ({ ...variant, headers, body: '{"title":"x"}' }));
  const medians = await coldStarts(subjects, nowhere, 4 * rounds);
  head('spawn to first answer', 'median', 'processor', 'more than without');
  const none = medians.get('none')!;
  for (const { name } of variants) {
    const { wall, cpu } = medians.get(name)!;
    say(`telemetry ${name}`, ms(wall), ms(cpu), ms(cpu - none.cpu));
  }
}

/** Messages that a function reads, begins a step for and refuses: all that is measured and nothing that hides it. */
async function messages(variants: Variant[], scratch: string): Promise<void> {
  const running = variants.map((variant) => run(variant, scratch));
  const costs = new Map(variants.map(({ name }) => [name, [] as number[]]));
  try {
    for (let round = 0; round <= 4 * rounds; round++) {
      for (const { name, pid, ask } of running) {
        const before = cpuMs(pid);
        const { errors } = await load(batch, 20, ask);
        if (round > 0 && errors === 0) costs.get(name)!.push(((cpuMs(pid) - before) * 1000) / batch);
      }
    }
  } finally {
    for (const { stop } of running) stop();
  }
  head('a message that is refused', 'processor', 'against none');
  const none = costs.get('none')!;
  for (const [name, list] of costs) {
    // Of the same round: the machine is as busy for both.
    const ratio = median(list.map((cost, round) => cost / none[round]!));
    say(`telemetry ${name}`, `${median(list).toFixed(0)} µs`, `${ratio.toFixed(2)} ×`);
  }
}

function run({ name, folder, env }: Variant, scratch: string) {
  const socketPath = join(scratch, `${name}.sock`);
  const child = spawn(process.execPath, [...nodeFlags, join(folder, 'boot.cjs')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...nowhere, ...env, PORT: socketPath },
    stdio: 'ignore',
  });
  const agent = new http.Agent({ keepAlive: true });
  const ask = () =>
    new Promise<boolean>((resolve) => {
      const request = http.request({ socketPath, method: 'POST', headers, agent }, (response) => {
        response.resume().on('end', () => resolve(true));
      });
      request.on('error', () => resolve(false));
      request.end('{"title":"x"}');
    });
  return { name, pid: child.pid!, ask, stop: () => child.kill('SIGKILL') };
}

/** Both at once, asked in turn, so that what else the machine does hits both. */
async function requests(off: RunningZerodo, endpoint: Record<string, string>): Promise<void> {
  const on = await startZerodo({ settings: endpoint });
  try {
    const both = await Promise.all(
      [off, on].map(async (zerodo) => ({ zerodo, call: client(zerodo.url, (await zerodo.signUp()).cookie) })),
    );
    head(
      ...['API, 50 connections, telemetry on against off', 'off', 'on', 'share of throughput'],
      ...['processor for one and all that follows, off', 'on', 'more'],
    );
    for (const [what, times, work] of [
      ['create', 1_000, creating],
      ['complete a recurring task', 500, completing],
    ] as const) {
      const taken: Done[][] = [];
      for (let round = 0; round <= rounds; round++) {
        const pair: Done[] = [];
        for (const { zerodo, call } of both)
          pair.push(await spent(zerodo, times, (count) => work(call, count, 50)));
        if (round > 0) taken.push(pair);
      }
      const middle = (of: (pair: Done[]) => number) => median(taken.map(of));
      const more = middle(([first, second]) => second!.processor / first!.processor) - 1;
      say(
        what,
        `${middle(([first]) => first!.perSecond).toFixed(0)}/s`,
        `${middle(([, second]) => second!.perSecond).toFixed(0)}/s`,
        `${(middle(([first, second]) => second!.perSecond / first!.perSecond) * 100).toFixed(0)} %`,
        ms(middle(([first]) => first!.processor)),
        ms(middle(([, second]) => second!.processor)),
        `${(more * 100).toFixed(0)} %`,
      );
    }
  } finally {
    await on.stop();
  }
}

type Done = { perSecond: number; processor: number };

/** The rate at which `times` were answered, and what each took of all processors until nothing was left to do. */
async function spent(
  { process }: RunningZerodo,
  times: number,
  work: (count: number) => Promise<Measured>,
): Promise<Done> {
  // What has stopped meanwhile starts again before anything counts.
  await work(20);
  const pids = await family(process.pid!);
  const onProcessor = () => pids.reduce((sum, pid) => sum + (cpuMs(pid) || 0), 0);
  await restOf(onProcessor);
  const before = onProcessor();
  const { perSecond } = await work(times);
  await restOf(onProcessor);
  return { perSecond, processor: (onProcessor() - before) / times };
}

/** Waits until a second has passed in which hardly anything was done. */
async function restOf(onProcessor: () => number): Promise<void> {
  for (let before = -Infinity, now = onProcessor(); now - before > 50; ) {
    before = now;
    await sleep(1_000);
    now = onProcessor();
  }
}
