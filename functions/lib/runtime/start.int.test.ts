import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { testDatabase } from '@zerodo/testing/database';
import { testIssuer } from '@zerodo/testing/issuer';
import { until } from '@zerodo/testing/until';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/start/ports.ts';

/** A function whose answer takes a second, most of it in the database. */
const program = `
  import * as z from 'zod';
  import { defineQuery } from '@zerodo/runtime/query';
  import { start } from '@zerodo/runtime/start';
  await start(defineQuery({
    name: 'slow',
    accepts: z.strictObject({}),
    handle: async (_, { tx }) => (await tx\`select 'done' as state, pg_sleep(1)::text as slept\`)[0],
  }));
`;

/** A function whose settings have to go together. */
const particular = `
  import { defineTick } from '@zerodo/runtime/tick';
  import { start } from '@zerodo/runtime/start';
  const check = ({ ZERODO_KAFKA_USER }) => {
    if (!ZERODO_KAFKA_USER) throw new Error('ZERODO_KAFKA_USER is missing here');
  };
  await start(defineTick({ name: 'particular', check, handle: async () => {} }));
`;

describe('the process of a function', () => {
  const database = testDatabase();
  const issuer = testIssuer();
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  async function run(over: Record<string, string> = {}, source = program) {
    const port = String(await freePort());
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
      cwd: import.meta.dirname,
      env: {
        PATH: process.env.PATH,
        PORT: port,
        ZERODO_HOST: '127.0.0.1',
        ZERODO_APP_DATABASE_URL: database.url('zerodo_app'),
        ZERODO_JWKS_URL: issuer.jwksUrl(),
        ...over,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
    const url = `http://127.0.0.1:${port}`;
    const ready = () =>
      fetch(`${url}/healthz/ready`).then(
        ({ ok }) => ok,
        () => child.exitCode !== null,
      );
    await until(ready);
    return { child, url, printed: () => printed };
  }

  const ask = async (url: string) =>
    fetch(`${url}/slow`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token(randomUUID())}`,
      },
      body: '{}',
    });
  const underWay = () =>
    until(async () => {
      const [busy] = await database.owner()`
        select from pg_stat_activity where usename = 'zerodo_app' and state = 'active' and query like '%pg_sleep%'
      `;
      return busy !== undefined;
    });

  it('finishes what is under way when it is told to stop, takes nothing new, and exits with 0', async () => {
    const { child, url } = await run();
    const answer = ask(url);
    await underWay();

    child.kill('SIGTERM');
    await until(() =>
      fetch(`${url}/healthz/live`).then(
        () => false,
        () => true,
      ),
    );

    expect((await answer).status).toBe(200);
    expect(await (await answer).json()).toMatchObject({ state: 'done' });
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it('goes when its parent is gone', async () => {
    const { child, url } = await run({ ZERODO_EXIT_WITH_STDIN: '1' });
    const answer = ask(url);
    await underWay();

    child.stdin?.end();

    expect((await answer).status).toBe(200);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it.each([
    ['a setting that is missing', { ZERODO_JWKS_URL: '' }, 'ZERODO_JWKS_URL'],
    [
      'a setting that it does not know',
      { ZERODO_COLOUR: 'red' },
      'ZERODO_COLOUR is no setting of a function',
    ],
    ['a setting that makes no sense', { ZERODO_DATABASE_POOL: 'many' }, 'ZERODO_DATABASE_POOL'],
  ])('does not start with %s, and names it in one line', async (_, env, reason) => {
    const { child, printed } = await run(env);

    expect(child.exitCode).toBe(1);
    expect(printed().trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(printed())).toMatchObject({ level: 'fatal', reason: expect.stringContaining(reason) });
  });

  it('does not start with settings that do not go together for what it does', async () => {
    const { child, printed } = await run(
      { ZERODO_WORKER_DATABASE_URL: database.url('zerodo_worker') },
      particular,
    );

    expect(child.exitCode).toBe(1);
    expect(JSON.parse(printed())).toMatchObject({
      level: 'fatal',
      reason: 'ZERODO_KAFKA_USER is missing here',
    });
  });

  it('says everything after SIGUSR2, and after another what it said before', async () => {
    const { child, url, printed } = await run();
    const levels = () => [...printed().matchAll(/"logLevel":"(\w+)"/g)].map(([, level]) => level);
    child.kill('SIGUSR2');
    await until(() => levels().length === 1);
    await ask(url);
    await until(() => printed().includes('"msg":"received"'));
    child.kill('SIGUSR2');
    await until(() => levels().length === 2);

    expect(levels()).toEqual(['debug', 'info']);
    child.kill('SIGTERM');
  });

  it('logs what it did by ids and outcome, never by words or tokens', async () => {
    const { child, url, printed } = await run();
    await ask(url);
    await until(() => printed().includes('handled'));
    child.kill('SIGTERM');

    const line = JSON.parse(printed().trim().split('\n').at(-1)!);
    expect(line).toMatchObject({ level: 'info', function: 'slow', type: 'slow', outcome: 'done' });
    expect(line).toHaveProperty('userId');
    expect(line.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(printed()).not.toMatch(/Bearer|eyJ|ada@example/);
  });
});
