/** The pages that the service worker shows without a connection (public/sw.js). */
const pages = 'zerodo-pages';

/** When what opens at a press has been loaded too (workspace/use-preload.ts). */
const later = 6000;

/** Lets the service worker keep what it takes to open the page again without a connection. */
export function keepPages(): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const tell = async () => {
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
