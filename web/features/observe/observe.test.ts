import type { ObservedSpan } from '@zerodo/domain/observed';
import { expect, test } from 'vitest';
import { depthsOf } from './depths.ts';
import { inUnit } from './in-unit.ts';
import { sparkOf } from './sparkline.ts';

const span = (spanId: string, parentSpanId: string | null) => ({ spanId, parentSpanId }) as ObservedSpan;

test('a step stands further in than the one that it came of', () => {
  const depths = depthsOf([span('a', null), span('b', 'a'), span('c', 'b'), span('d', 'a'), span('e', null)]);

  expect([...depths.values()]).toEqual([0, 1, 2, 1, 0]);
});

test.each([
  [0.0123, 's', '12 ms'],
  [2, '{task}', '2'],
  [0.0213, '1', '0.021'],
])('%d of %s reads %s', (value, unit, text) => {
  expect(inUnit(value, unit)).toBe(text);
});

test('a line goes from the left to the right, the most at the top, and nothing at the bottom', () => {
  expect(sparkOf([0, 2, 1], 100, 20)).toBe('0,20 50,0 100,10');
  expect(sparkOf([0, 0], 100, 20)).toBe('0,20 100,20');
  expect(sparkOf([3], 100, 20)).toBe('');
});
