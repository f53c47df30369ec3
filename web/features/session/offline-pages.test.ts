import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimPages } from './offline-pages.ts';

/** A browser's caches as far as they are used. */
function cacheStorage() {
  const all = new Map<string, Map<string, Response>>();
  return {
    async open(name: string) {
      const entries = all.get(name) ?? new Map<string, Response>();
      all.set(name, entries);
      return {
        match: async (key: string) => entries.get(key)?.clone(),
        put: async (key: string, response: Response) => void entries.set(key, response),
      };
    },
    delete: async (name: string) => all.delete(name),
  };
}

describe('the pages that are shown without a connection', () => {
  beforeEach(() => vi.stubGlobal('caches', cacheStorage()));
  afterEach(() => vi.unstubAllGlobals());

  const upcoming = async () => (await (await caches.open('zerodo-pages')).match('/upcoming'))?.text();

  it('are there for who has looked at them, and not for the next one', async () => {
    await claimPages('ana');
    await (await caches.open('zerodo-pages')).put('/upcoming', new Response('Secret'));

    await claimPages('ana');
    expect(await upcoming()).toBe('Secret');
    await claimPages('ben');
    expect(await upcoming()).toBeUndefined();
  });
});
