import type { OperatorsHealth } from '@zerodo/domain/health';
import { describe, expect, it } from 'vitest';
import { troublesIn } from './health-troubles.ts';

const well: OperatorsHealth = {
  now: '2026-11-22T12:00:00.000Z',
  postgres: { version: '18.4', connections: 20, maxConnections: 100, bytes: 10_000_000, readOnly: false },
  log: { kind: 'postgres', waiting: 3, oldestSeconds: 2, relayedAt: null, relaysFailed: 0 },
  consumers: [{ function: 'stats-record', behind: 5, lastAt: null, handled: 0, failed: 0 }],
  breakers: [],
  deadLetters: 2,
};
const [consumer] = well.consumers;
const breaker = { target: 'smtp', state: 'open', failures: 5, probeAt: null } as const;

describe('what needs a look', () => {
  it('is nothing while all is well, whatever waits for a moment', () => {
    expect(troublesIn(well)).toBe(0);
  });

  it.each<[string, Partial<OperatorsHealth>]>([
    ['connections that are nearly used up', { postgres: { ...well.postgres, connections: 90 } }],
    ['a database that can only be read', { postgres: { ...well.postgres, readOnly: true } }],
    ['an event that has waited for long', { log: { ...well.log, oldestSeconds: 61 } }],
    ['a consumer that failed', { consumers: [{ ...consumer!, failed: 1 }] }],
    ['a consumer that is far behind', { consumers: [{ ...consumer!, behind: 1_001 }] }],
    ['a breaker that is open', { breakers: [breaker] }],
  ])('is %s', (_, change) => {
    expect(troublesIn({ ...well, ...change })).toBe(1);
  });

  it('is counted together', () => {
    const log = { ...well.log, oldestSeconds: 61 };
    expect(troublesIn({ ...well, log, breakers: [breaker, breaker] })).toBe(3);
  });
});
