import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { functionDefaults, functionValues } from './values/functions.ts';
import { values } from './values/values.ts';

/** What a function is, from the only place that says so: helm/zerodo/values.yaml. */
export type FunctionShape = { name: string } & Omit<z.infer<typeof functionValues>, Usual> &
  z.infer<typeof functionDefaults>;
type Usual = keyof z.infer<typeof functionDefaults>;

export const chart = fileURLToPath(new URL('../../helm/zerodo/', import.meta.url));

const { functionDefaults: usual, functions: named } = values.parse(
  parse(readFileSync(`${chart}values.yaml`, 'utf8')),
);

/** In the order of the file. */
export const functions = Object.entries(named).map(
  ([name, own]) => ({ name, ...usual, ...own, scale: { ...usual.scale, ...own.scale } }) as FunctionShape,
);
