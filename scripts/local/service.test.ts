import { describe, expect, it } from 'vitest';
import { exists } from '../start/process.ts';
import { send } from './send.ts';
import type { Service } from './service.ts';
import { testServices, until } from './testing/service.ts';

const event = { attributes: { id: '1', type: 'test.v1', source: '/test' }, data: '{}' };
const never = new AbortController().signal;

const ask = async (service: Service): Promise<number> =>
  JSON.parse((await send(service, event, 5_000, never)).body.toString()).pid;

describe('a Service', () => {
  const aService = testServices();

  it('runs nothing before the first request', async () => {
    const { starts } = await aService();

    expect(await starts()).toEqual([]);
  });

  it('holds all requests while its one process starts', async () => {
    const { service, starts, said } = await aService({ startMs: 200 });

    const pids = await Promise.all(Array.from({ length: 20 }, () => ask(service)));

    expect(new Set(pids).size).toBe(1);
    expect(await starts()).toEqual([pids[0]]);
    expect(said).toEqual([expect.stringMatching(/^▲ tester started in \d+ ms \(test\.v1\)$/)]);
  });

  it('is at zero after its window without a request, and starts again for the next', async () => {
    const { service, said } = await aService({ windowMs: 100 });

    const first = await ask(service);
    await until(() => said.length === 2);

    expect(said[1]).toMatch(/^▼ tester stopped after/);
    expect(exists(first)).toBe(false);
    expect(await ask(service)).not.toBe(first);
  });

  it('does not stop while a request is under way', async () => {
    const { service, said } = await aService({ windowMs: 50 });
    const other = await aService({ windowMs: 100 });
    const target = await service.acquire('a long request');

    await ask(other.service);
    await until(() => other.said.length === 2);
    expect(said).toHaveLength(1);

    service.release();
    await until(() => said.length === 2);
    await target.gone;
  });

  it('starts again for the next request after its process was killed', async () => {
    const { service, said } = await aService();
    const first = await ask(service);

    process.kill(first, 'SIGKILL');
    await until(() => said.length === 2);

    expect(said[1]).toBe('✗ tester ended by itself (signal SIGKILL)');
    expect(await ask(service)).not.toBe(first);
  });

  it('that never is at zero starts again by itself after its process was killed', async () => {
    const { service, starts } = await aService({ minScale: 1 });
    service.keepWarm();
    await until(async () => (await starts()).length === 1);
    await until(async () => (await ask(service)) === (await starts())[0]);

    process.kill((await starts())[0] as number, 'SIGKILL');

    await until(async () => (await starts()).length === 2);
  });

  it('gives a request up when its process cannot start, and tries again with the next', async () => {
    const { service, breakStarts, said } = await aService();
    await breakStarts(true);

    await expect(ask(service)).rejects.toThrow('tester ended while it started (status 3)');
    expect(said).toHaveLength(2);

    await breakStarts(false);
    expect(await ask(service)).toBeGreaterThan(0);
  });

  it('starts nothing once it is closed', async () => {
    const { service, starts } = await aService();
    const pid = await ask(service);

    await service.close();

    expect(exists(pid)).toBe(false);
    await expect(ask(service)).rejects.toThrow('Zerodo is stopping');
    expect(await starts()).toHaveLength(1);
  });
});
