import { describe, expect, it } from 'vitest';
import { testGateway } from './testing.ts';

describe('the health that anybody may ask for', async () => {
  const { served, seen, state } = await testGateway();
  const ask = () => fetch(`${served.url()}/api/v1/health`);

  it('is well while the web answers, and wakes no function', async () => {
    const answer = await ask();

    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toEqual({ status: 'ok', parts: { gateway: 'ok', web: 'ok' } });
    expect(seen).toEqual([]);
  });

  it('says so when the web does not', async () => {
    state.webStatus = 500;
    const answer = await ask();
    state.webStatus = 200;

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toEqual({ status: 'trouble', parts: { gateway: 'ok', web: 'unreachable' } });
  });
});
