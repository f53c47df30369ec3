import type { z } from 'zod';
import { readValues } from './read-values.ts';
import type { functionDefaults, functionValues } from './values/functions.ts';

type Usual = keyof z.infer<typeof functionDefaults>;

/** What a function is, from the only place that says so: helm/zerodo/values.yaml. */
export type FunctionShape = { name: string } & Omit<z.infer<typeof functionValues>, Usual> &
  z.infer<typeof functionDefaults>;

const { functionDefaults: usual, functions: named } = readValues();

/** In the order of the file. */
export const functions = Object.entries(named).map(
  ([name, own]) => ({ name, ...usual, ...own, scale: { ...usual.scale, ...own.scale } }) as FunctionShape,
);
