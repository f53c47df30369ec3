import { isPageEnded } from '../../lib/whose-page.ts';

/** The pages that the service worker shows without a connection (public/sw.js). */
const pages = 'zerodo-pages';

/** Whose they are lies among them, and goes with them. */
const owner = '/whose-pages';

/** When what opens at a press has been loaded too (workspace/use-preload.ts). */
const later = 6000;

/**
 * Begins anew where the pages are somebody else's, who has gone without signing out: a session also ends by
 * itself. Offline the one would be shown the other's.
 */
export async function claimPages(person: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  const whose = await (await caches.open(pages)).match(owner);
  if ((await whose?.text()) === person) return;
  await forgetPages();
  await (await caches.open(pages)).put(owner, new Response(person));
}

/** Lets the service worker keep what it takes to open the page again without a connection. */
export function keepPages(person: string): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  void claimPages(person).catch(() => undefined);
  const tell = async () => {
    if (isPageEnded()) return;
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage({ keep: { path: window.location.pathname, loaded } });
  };
  // Refused where storage is blocked, or on plain http: the page works without.
  const timer = setTimeout(() => void tell().catch(() => undefined), later);
  return () => clearTimeout(timer);
}

/** What a person has seen is not for the next one. */
export async function forgetPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(pages);
}
