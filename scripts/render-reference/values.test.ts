import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chart, readValues } from '../render/read-values.ts';
import { renderValues } from './values.ts';

it('every value of the chart has a meaning', () => {
  const rows = renderValues()
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
});

it.each(readdirSync(chart).filter((file) => /^values-.*\.yaml$/.test(file)))(
  '%s says nothing unknown, without helm',
  (file) => {
    expect(() => readValues(file)).not.toThrow();
  },
);
