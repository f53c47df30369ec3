import { describe, expect, it } from 'vitest';
import { openGate, signedInSince } from './session-gate.ts';

describe('the gate of a session', () => {
  it('knows what was asked before somebody signed in again, and may be told late that nobody is', () => {
    const before = Date.now();
    openGate();

    expect(signedInSince(before)).toBe(true);
    expect(signedInSince(Date.now() + 1)).toBe(false);
  });
});
