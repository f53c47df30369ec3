import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export type Pattern = { file: string; source: string; flags: string };

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const isTest = (file: string) =>
  /\.test\.tsx?$|(^|\/)(testing|e2e)(\/|\.ts$)|(^|\/)test-[\w-]+\.ts$/.test(file);

/** Every pattern that stands in what runs: functions and the web. */
export async function everyPattern(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  for await (const file of glob('{functions,web}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === '.next',
  })) {
    if (isTest(file)) continue;
    const { program } = parseSync(file, readFileSync(root + file, 'utf8'));
    for (const { pattern, flags } of literalsIn(program)) found.push({ file, source: pattern, flags });
  }
  return found.sort((one, other) => (one.file < other.file ? -1 : 1));
}

type Literal = { pattern: string; flags: string };

function literalsIn(node: unknown): Literal[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (node === null || typeof node !== 'object') return [];
  const { regex } = node as { regex?: Literal };
  return regex ? [regex] : Object.values(node).flatMap(literalsIn);
}
