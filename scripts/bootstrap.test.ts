import { describe, expect, it } from 'vitest';
// @ts-expect-error It is JavaScript, so that Node 20 can read it.
import { nodeFor } from './bootstrap.mjs';

const choice = (version: string): string => nodeFor(version, 'the running one', 'the pinned one');

describe('the Node that runs the tasks', () => {
  it('is the running one when it is 24 or newer', () => {
    expect(choice('24.0.0')).toBe('the running one');
    expect(choice('26.10.0')).toBe('the running one');
  });

  it('is the pinned one when the running one is older', () => {
    expect(choice('20.20.2')).toBe('the pinned one');
    expect(choice('22.18.0')).toBe('the pinned one');
  });
});
