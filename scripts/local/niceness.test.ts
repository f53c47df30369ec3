import { describe, expect, it } from 'vitest';
import { nicenessOf } from './runner.ts';

describe('niceness', () => {
  it('follows the share of the processor that a Service asks for', () => {
    expect([undefined, 100, 1000].map((milliCpu) => nicenessOf(milliCpu))).toEqual([0, 0, 0]);
    // A step is a quarter: seven of them are the fifth part.
    expect(nicenessOf(20)).toBe(7);
    expect(nicenessOf(1)).toBe(19);
  });
});
