import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../tool.ts';

const page = readFileSync(join(root, 'docs/explanation/threat-model.md'), 'utf8');
const [, ...edges] = page.split(/^## /m).map((section) => {
  const [name = '', ...lines] = section.split('\n');
  const rows = lines.filter((line) => /^\| [STRIDE] \|/.test(line));
  return { name, rows: rows.map((line) => line.split('|').map((cell) => cell.trim())) };
});

describe('the threat model', () => {
  it.each(edges)('looks at $name from all six sides', ({ rows }) => {
    expect(rows.map(([, letter]) => letter).join('')).toBe('STRIDE');
  });

  it.each(edges)('names a test for each threat, or says why it is accepted: $name', ({ rows }) => {
    for (const [, letter, , answer = '', tests = ''] of rows) {
      const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
      expect([letter, named.length > 0 || /^Accepted: \w/.test(answer)]).toEqual([letter, true]);
      for (const file of named) {
        expect([file, existsSync(join(root, file))]).toEqual([file, true]);
        expect(file).toMatch(/\.test\.ts$/);
      }
    }
  });

  it('has every edge of the picture', () => {
    expect(edges.length).toBeGreaterThanOrEqual(10);
  });
});
