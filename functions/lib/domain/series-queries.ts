import * as z from 'zod';
import { due } from './due.ts';
import { localDate } from './fields.ts';
import { limits } from './limits.ts';
import { textLanguage } from './preview-schemas.ts';
import { seriesStatus, seriesView } from './series-schema.ts';

export const readSeries = z.strictObject({ seriesId: z.uuid() });

/** Newest first; `cursor` is what the page before answered, `locale` the language of `recurrence.text`, English unless given. */
export const listSeries = z.strictObject({
  project: z.uuid().optional(),
  status: seriesStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
  locale: textLanguage.optional(),
});
export type ListSeries = z.infer<typeof listSeries>;

export const seriesPage = z.strictObject({
  items: z.array(seriesView),
  nextCursor: z.string().nullable(),
});
export type SeriesPage = z.infer<typeof seriesPage>;

/** The days `from` to `to`, both included, in `timezone`, else in UTC; 62 at the most. */
export const listComing = z.strictObject({
  from: localDate,
  to: localDate,
  timezone: z.string().max(64).optional(),
});
export type ListComing = z.infer<typeof listComing>;

/** An occurrence that is no task yet: what its series' rule says. */
export const coming = z.strictObject({
  seriesId: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  priority: z.int().min(1).max(4),
  durationMinutes: z.int().nullable(),
  due,
  dueAt: z.iso.datetime(),
  /** The open occurrence of the series, if any. */
  openTaskId: z.uuid().nullable(),
});
export type Coming = z.infer<typeof coming>;

/** By due date; at most a hundred of a series and a thousand in all, the earliest; in one piece. */
export const comingList = z.strictObject({
  items: z.array(coming).max(limits.coming),
  nextCursor: z.null(),
});
export type ComingList = z.infer<typeof comingList>;
