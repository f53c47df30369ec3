import type { ServerResponse } from 'node:http';
import { readConfig } from '@zerodo/runtime/config';
import { afterEach, expect, it, vi } from 'vitest';
import { rateLimiter } from './rate-limit.ts';

afterEach(() => vi.useRealTimers());

const config = readConfig({ ZERODO_RATE_LIMIT: '60', ZERODO_RATE_BURST: '2' });
const answer = { setHeader: () => {} } as unknown as ServerResponse;

it('lets a caller ask again as time goes by', () => {
  let now = 0;
  const limit = rateLimiter(config, () => now);

  expect([limit('ada', answer), limit('ada', answer), limit('ada', answer)]).toEqual([true, true, false]);
  now = 1_000;
  expect([limit('ada', answer), limit('ada', answer)]).toEqual([true, false]);
});

it('makes nobody wait because the clock was put back', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const limit = rateLimiter(config);
  limit('ada', answer);

  vi.setSystemTime(Date.now() - 3_600_000);

  expect(limit('ada', answer)).toBe(true);
});
