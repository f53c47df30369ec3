import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../tool.ts';
import { planted } from './plant.ts';
import { type Plant, plants } from './plants.ts';

const files = Object.entries<Plant>(plants).flatMap(([name, plant]) =>
  [...new Set(plant.changes.map(({ file }) => file))].map((file) => ({ name, file, plant })),
);

it.each(files)('can plant $name in $file as it is', ({ file, plant }) => {
  const source = readFileSync(join(root, file), 'utf8');

  expect(planted(source, file, plant)).not.toBe(source);
});

it('says so where the text that it replaces is no longer there', () => {
  const plant = { functions: [], changes: [{ file: 'a.ts', from: 'one', to: 'two' }], among: [] };

  expect(planted('one', 'a.ts', plant)).toBe('two');
  for (const text of ['nothing of it', 'one and one']) {
    expect(() => planted(text, 'a.ts', plant)).toThrow('a.ts does not have this text exactly once: one');
  }
});
