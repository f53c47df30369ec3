import * as z from 'zod';
import { limits } from './limits.ts';

/** A thing's number in a document. */
export const number = z.int().min(1).max(10_000_000);

/** ISO 8601 in UTC, to the millisecond. */
export const instant = z.iso
  .datetime()
  .max(30)
  .refine((moment) => Number(moment.slice(0, 4)) >= limits.firstYear, `is before ${limits.firstYear}`)
  .transform((moment) => new Date(moment).toISOString());
