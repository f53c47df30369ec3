import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseDrafts, keepDraft, leaveDrafts, takeDraft } from './draft-store.ts';

/** A browser's storage as far as it is used. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

describe('text that is being typed', () => {
  const newTab = () => vi.stubGlobal('sessionStorage', storage());
  beforeEach(() => {
    vi.stubGlobal('localStorage', storage());
    newTab();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is there again after a reload, until it is sent', () => {
    keepDraft('ana', 'quick-add', 'Buy milk');
    expect(takeDraft('ana', 'quick-add')).toBe('Buy milk');
    expect(takeDraft('ana', 'quick-add')).toBe('Buy milk');
    keepDraft('ana', 'quick-add', '');
    expect(takeDraft('ana', 'quick-add')).toBeNull();
  });

  it('passes from a tab that closes to the next one, once', () => {
    keepDraft('ana', 'quick-add', 'Buy milk');
    leaveDrafts('ana');
    newTab();
    expect(takeDraft('ana', 'quick-add')).toBe('Buy milk');
    newTab();
    expect(takeDraft('ana', 'quick-add')).toBeNull();
  });

  it('of a closed tab waits while another tab has its own', () => {
    keepDraft('ana', 'quick-add', 'Buy milk');
    leaveDrafts('ana');
    keepDraft('ana', 'quick-add', 'Buy tea');
    expect(takeDraft('ana', 'quick-add')).toBe('Buy tea');
    newTab();
    expect(takeDraft('ana', 'quick-add')).toBe('Buy milk');
  });

  it('is nobody else’s, and erased with its person', () => {
    keepDraft('ana', 'quick-add', 'Buy milk');
    expect(takeDraft('bob', 'quick-add')).toBeNull();
    leaveDrafts('ana');
    eraseDrafts('ana');
    expect(takeDraft('ana', 'quick-add')).toBeNull();
  });

  it('lives with its field where storage is blocked or full', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => keepDraft('ana', 'quick-add', 'Buy milk')).not.toThrow();
    expect(takeDraft('ana', 'quick-add')).toBeNull();
  });
});
