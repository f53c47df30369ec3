import * as z from 'zod';

/** The pages of the web application, without what stands in their addresses. */
export const pageNames = [
  'calendar',
  'completed',
  'filter',
  'flow',
  'inbox',
  'label',
  'notifications',
  'observe',
  'project',
  'recurring',
  'search',
  'settings',
  'statistics',
  'today',
  'upcoming',
  'other',
] as const;

/** What a browser measures of a page (web.dev/articles/vitals): milliseconds, but for `cls`, which has no unit. */
export const vitalNames = ['lcp', 'fcp', 'ttfb', 'inp', 'cls'] as const;

/** What was not there after ten minutes nobody waited for. */
const longestMs = 600_000;

/** How one load of a page felt. It says which page it was, and not whose or what stood on it. */
export const webVitals = z.strictObject({
  page: z.enum(pageNames),
  vitals: z
    .array(z.strictObject({ name: z.enum(vitalNames), value: z.number().min(0).max(longestMs) }))
    .min(1)
    .max(20),
});
export type WebVitals = z.infer<typeof webVitals>;

/** The page of an address in the web application. */
export function pageName(pathname: string): WebVitals['page'] {
  const [, first = ''] = pathname.split('/');
  return pageNames.find((name) => name === first) ?? (first === '' ? 'today' : 'other');
}
