import type { ServerResponse } from 'node:http';
import type { Config } from '@zerodo/runtime/config';

type Bucket = { tokens: number; at: number };
const kept = 50_000;

/**
 * A bucket of `ZERODO_RATE_BURST` requests per person, filled at `ZERODO_RATE_LIMIT` a minute, held
 * by this process alone. Says how much is left (RateLimit header fields) and, at none, when to retry.
 */
export function rateLimiter(
  { ZERODO_RATE_LIMIT: perMinute, ZERODO_RATE_BURST: burst }: Config,
  now: () => number,
): (userId: string, response: ServerResponse) => boolean {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const policy = `"default";q=${perMinute};w=60`;

  return (userId, response) => {
    const at = now();
    const before = buckets.get(userId) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + (at - before.at) * perMs);
    const allowed = tokens >= 1;
    if (buckets.size >= kept) buckets.clear();
    buckets.set(userId, { tokens: allowed ? tokens - 1 : tokens, at });

    const wait = Math.ceil((1 - Math.min(tokens, 1)) / perMs / 1000);
    response.setHeader('ratelimit-policy', policy);
    response.setHeader('ratelimit', `"default";r=${Math.max(0, Math.floor(tokens) - 1)};t=${wait}`);
    if (!allowed) response.setHeader('retry-after', Math.max(1, wait));
    return allowed;
  };
}
