import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import { values } from './values/values.ts';

export type Values = z.infer<typeof values>;
type Tree = Record<string, unknown>;

export const chart = fileURLToPath(new URL('../../helm/zerodo/', import.meta.url));

const read = (file: string): Tree => parse(readFileSync(`${chart}${file}`, 'utf8'));
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As Helm merges them: maps by key, everything else as a whole. */
function merge(under: Tree, over: Tree): Tree {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = under[key];
    return [key, isTree(below) && isTree(value) ? merge(below, value) : value];
  });
  return { ...under, ...Object.fromEntries(merged) };
}

/**
 * The values of the chart, with those of a file such as `values-production.yaml` on top.
 *
 * @throws ZodError where they are not what the chart takes
 */
export const readValues = (file?: string): Values =>
  values.parse(file === undefined ? read('values.yaml') : merge(read('values.yaml'), read(file)));
