import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setWhosePage } from '../../lib/whose-page.ts';
import { keepDraft, leaveDrafts } from '../drafts/draft-store.ts';
import { keepFirstRun } from '../first-run/first-run-mark.ts';
import { keepLastAnswers } from '../waiting/last-answers.ts';
import type { WaitingChange } from '../waiting/waiting-change.ts';
import { keep } from '../waiting/waiting-store.ts';
import { eraseBrowser } from './erase-browser.ts';

const kept = vi.hoisted(() => new Map<string, unknown>());

// Node has no IndexedDB.
vi.mock('idb-keyval', () => ({
  createStore: () => null,
  get: async (key: string) => kept.get(key),
  set: async (key: string, value: unknown) => void kept.set(key, value),
  del: async (key: string) => void kept.delete(key),
  delMany: async (keys: string[]) => {
    for (const key of keys) kept.delete(key);
  },
  entries: async () => [...kept],
}));

/** A browser's storage as far as it is used. */
function storage(): Storage {
  const methods = {
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
  };
  return Object.create(methods) as Storage;
}

describe('signing out', () => {
  const page = new EventTarget();
  beforeEach(() => {
    vi.stubGlobal('sessionStorage', storage());
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', Object.assign(page, { visibilityState: 'hidden' }));
    setWhosePage('ana');
  });
  afterEach(() => vi.unstubAllGlobals());

  const change = { key: 'one', person: 'ana', at: 1 } as WaitingChange;
  const answers = [{ queryKey: ['tasks'], state: { data: ['Secret'], dataUpdatedAt: 1 } }];
  const client = { getQueryCache: () => ({ findAll: () => answers }) } as unknown as QueryClient;
  /** What a tab does as it goes, and what was still under way in it. */
  const go = async () => {
    keepDraft('ana', 'quick-add', 'Secret');
    leaveDrafts('ana');
    page.dispatchEvent(new Event('visibilitychange'));
    await keep(change);
  };
  const everything = () => [...kept.keys(), ...Object.keys(localStorage), ...Object.keys(sessionStorage)];

  it('leaves nothing behind, also not what the page keeps as it goes', async () => {
    keepFirstRun('ana@zerodo.test', 'made');
    const end = keepLastAnswers(client, 'ana');
    await go();
    expect(everything()).toHaveLength(5);

    await eraseBrowser();
    await go();
    expect(everything()).toEqual([]);
    end();
  });
});
