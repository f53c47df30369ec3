import * as z from 'zod';
import { seriesStatus, seriesView } from './series-schema.ts';

export const readSeries = z.strictObject({ seriesId: z.uuid() });

/** Newest first; `cursor` is what the page before answered. */
export const listSeries = z.strictObject({
  project: z.uuid().optional(),
  status: seriesStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListSeries = z.infer<typeof listSeries>;

export const seriesPage = z.strictObject({
  items: z.array(seriesView),
  nextCursor: z.string().nullable(),
});
export type SeriesPage = z.infer<typeof seriesPage>;
