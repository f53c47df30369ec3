import type { Page } from 'playwright-core';

/** How many changes this browser keeps, for whomever. */
export const keptChanges = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('zerodo-waiting');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const empty = !database.objectStoreNames.contains('changes');
          const counting = empty ? null : database.transaction('changes').objectStore('changes').count();
          const done = () => {
            database.close();
            resolve(counting?.result ?? 0);
          };
          if (counting) counting.onsuccess = done;
          else done();
        };
      }),
  );

/** Waits until the service worker can show a page without a connection. */
export const isKeptPage = (page: Page, path: string): Promise<boolean> =>
  page.evaluate(async (kept) => Boolean(await caches.match(kept)), path);

/** A problem as the API answers it. */
export const problem = (status: number, code: string, detail: string, headers = {}) => ({
  status,
  contentType: 'application/problem+json',
  headers,
  body: JSON.stringify({ status, code, detail }),
});

/** The browser's clock, wrong by so many milliseconds from the first script on. */
export const wrongClock = (page: Page, by: number) =>
  page.addInitScript((offset) => {
    const Right = Date;
    const time = () => Right.now() + offset;
    // @ts-expect-error: as far as pages use it
    globalThis.Date = class extends Right {
      constructor(...given: []) {
        super(...((given.length > 0 ? given : [time()]) as []));
      }
      static override now = time;
    };
  }, by);

/** A browser whose storage is full or blocked. */
export const noStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('no storage', 'SecurityError');
        },
      });
    }
  });

/**
 * A zone, and how a clock has to be wrong, in which an hour makes another day. It is far enough from midnight
 * for a walk.
 */
export function zoneNearMidnight(now: Date): { zone: string; by: number } {
  const late = now.getUTCMinutes() < 40;
  const ahead = (((late ? 23 : 0) - now.getUTCHours() + 36) % 24) - 12;
  // The sign of these zones says how far UTC is from them.
  return { zone: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`, by: late ? 3_600_000 : -3_600_000 };
}
