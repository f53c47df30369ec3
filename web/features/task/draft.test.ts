import { describe, expect, it } from 'vitest';
import { knows, readDraft } from './draft.ts';

describe('a text that is edited here and kept elsewhere', () => {
  const draft = { text: 'Plan the long trip', upon: 'Plan the trip' };

  it('may be saved upon what it was begun with, and upon what of it was saved already', () => {
    expect(knows(draft, 'Plan the trip')).toBe(true);
    expect(knows({ ...draft, text: 'Plan the long trip to', saved: 'Plan the long trip ' }, draft.text)).toBe(
      true,
    );
  });

  it('is not saved over what somebody else has written meanwhile', () => {
    expect(knows(draft, 'Plan the short trip')).toBe(false);
    expect(knows({ ...draft, saved: 'Plan the long' }, 'Plan the short trip')).toBe(false);
  });

  it('agrees with somebody else who has written the same', () => {
    expect(knows(draft, 'Plan the long trip')).toBe(true);
  });

  it('is read as it was stored, and as nothing where that is none', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    expect(readDraft(null)).toBeNull();
    expect(readDraft('{"text":7}')).toBeNull();
    expect(readDraft('Plan')).toBeNull();
  });
});
