import type { ServerResponse } from 'node:http';
import type { Config } from '@zerodo/runtime/config';
import { elapsedMs } from '@zerodo/runtime/elapsed';

type Bucket = { tokens: number; at: number };
const kept = 50_000;

/** Whether one more request of `caller` (a person's id or an address) may pass; sets the header fields that say so. */
export type Limit = (caller: string, response: ServerResponse) => boolean;

/**
 * A bucket of `ZERODO_RATE_BURST` requests per caller, filled at `ZERODO_RATE_LIMIT` a minute, held
 * by this process alone. Says how much is left and in how many seconds the bucket is full again (the
 * IETF's draft-ietf-httpapi-ratelimit-headers) and, at none, when to retry.
 */
export function rateLimiter(
  { ZERODO_RATE_LIMIT: perMinute, ZERODO_RATE_BURST: burst }: Config,
  now: () => number = elapsedMs,
): Limit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const policy = `"default";q=${perMinute};w=60`;

  return (caller, response) => {
    const at = now();
    const before = buckets.get(caller) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + (at - before.at) * perMs);
    const allowed = tokens >= 1;
    const left = allowed ? tokens - 1 : tokens;
    if (buckets.size >= kept) buckets.clear();
    buckets.set(caller, { tokens: left, at });

    const full = Math.ceil((burst - left) / perMs / 1000);
    response.setHeader('ratelimit-policy', policy);
    response.setHeader('ratelimit', `"default";r=${Math.floor(left)};t=${full}`);
    if (!allowed) response.setHeader('retry-after', Math.max(1, Math.ceil((1 - left) / perMs / 1000)));
    return allowed;
  };
}
