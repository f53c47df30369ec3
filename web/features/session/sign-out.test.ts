import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setWhosePage } from '../../lib/whose-page.ts';
import { keepDraft } from '../drafts/draft-store.ts';
import { signOut } from './sign-out.ts';

describe('signing out', () => {
  const left = vi.fn();
  const answer = vi.fn<typeof fetch>();
  const storage = () =>
    Object.create({
      setItem(this: Record<string, string>, key: string, value: string) {
        this[key] = value;
      },
      removeItem(this: Record<string, string>, key: string) {
        delete this[key];
      },
      getItem: () => null,
    }) as Storage;
  beforeEach(() => {
    vi.stubGlobal('sessionStorage', storage());
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('window', { location: { assign: left } });
    vi.stubGlobal('fetch', answer);
    left.mockReset();
    setWhosePage('ana');
    keepDraft('ana', 'quick-add', 'Buy milk');
  });
  afterEach(() => vi.unstubAllGlobals());

  const drafts = () => Object.keys(sessionStorage).length;

  it('erases and goes once the session is over', async () => {
    answer.mockResolvedValue(Response.json({}));
    await signOut();
    expect(left).toHaveBeenCalledWith('/sign-in');
    expect(drafts()).toBe(0);
  });

  it.each([
    ['nothing answers', () => answer.mockRejectedValue(new TypeError('gone'))],
    ['the server is broken', () => answer.mockResolvedValue(Response.json({}, { status: 503 }))],
  ])('stays and says so where %s: the session would go on', async (_, given) => {
    given();
    await expect(signOut()).rejects.toThrow();
    expect(left).not.toHaveBeenCalled();
    expect(drafts()).toBe(1);
  });
});
