import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What the server has read for the first paint, each under the key that the browser asks by. */
export type FirstPaint = { key: QueryKey; data: unknown }[];

/** Only where nothing is known yet: what the browser has read since is newer. */
export function fillCache(client: QueryClient, first: FirstPaint): void {
  for (const { key, data } of first) {
    if (client.getQueryData(key) === undefined) client.setQueryData(key, data);
  }
}
