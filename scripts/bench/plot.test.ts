import { describe, expect, it } from 'vitest';
import { ceiling, drawing } from './plot.ts';

const cxOf = (svg: string) => [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, cx]) => Number(cx));
const cyOf = (svg: string) => [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, cy]) => Number(cy));

describe('a plot', () => {
  const rate = { name: 'claimed', unit: '/s' };

  it('ends its axis at a round number', () => {
    expect([0, 3, 5, 42, 980, 1_001].map(ceiling)).toEqual([1, 5, 5, 50, 1_000, 2_000]);
  });

  it('is flat where nothing grows', () => {
    const lines = [{ ...rate, points: [[1, 900] as const, [2, 900] as const, [3, 900] as const] }];

    expect(new Set(cyOf(drawing({ title: 'T', x: 'minutes', lines }))).size).toBe(1);
  });

  it('gives each tenfold the same room when it is logarithmic', () => {
    const lines = [{ ...rate, points: [[10, 1] as const, [100, 1] as const, [1_000, 1] as const] }];
    const [first, second, third] = cxOf(drawing({ title: 'T', x: 'stored', isLogarithmic: true, lines }));

    expect(second! - first!).toBeCloseTo(third! - second!);
  });

  it('says its numbers in words', () => {
    const svg = drawing({ title: 'A < B', x: 'stored', lines: [{ ...rate, points: [[10_000, 4_321]] }] });

    expect(svg).toContain('<title>A &lt; B</title>');
    expect(svg).toContain('<desc>claimed: 4.3K /s at 10K</desc>');
  });
});
