// Shows what is pushed while no page is open, and pages when there is no connection. The network is always asked first,
// so a page is never older than its server; only scripts and styles, whose names change with their content, are not asked for twice.

/** The pages of whoever is signed in; signing out deletes them (features/session/offline-pages.ts). */
const pages = 'zerodo-pages';
/** Nobody's: scripts, styles, and the page that says that there is no connection. */
const parts = 'zerodo-parts';
const mostParts = 500;
const noConnection = '/offline';

self.addEventListener('install', (event) => {
  self.skipWaiting();
  // Without it everything else still works.
  event.waitUntil(caches.open(parts).then((cache) => cache.add(noConnection)).catch(() => undefined));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const isPart = ({ origin, pathname }) => origin === self.location.origin && pathname.startsWith('/_next/static/');
const isPage = ({ origin, pathname }) => origin === self.location.origin && !pathname.startsWith('/api/');

/** Nothing of this may keep an answer from the page: storage may be full. */
const keep = async (name, key, response) => {
  try {
    const cache = await caches.open(name);
    await cache.put(key, response);
    if (name !== parts) return;
    const kept = (await cache.keys()).filter(({ url }) => !url.endsWith(noConnection));
    // Those of former releases came first.
    await Promise.all(kept.slice(0, Math.max(0, kept.length - mostParts)).map((old) => cache.delete(old)));
  } catch {
    // It is asked for again.
  }
};

const known = (request) => caches.match(request, { ignoreVary: true }).catch(() => undefined);

const part = async (event) => {
  const before = await known(event.request);
  if (before) return before;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(parts, event.request, response.clone()));
  return response;
};

/** A page without what was asked about it: a task's panel opens over the same page. */
const page = async (event) => {
  const { pathname } = new URL(event.request.url);
  const response = await fetch(event.request).catch(() => undefined);
  if (response && response.status < 502) {
    const html = response.headers.get('content-type')?.startsWith('text/html');
    const own = response.ok && html && response.headers.has('zerodo-page');
    if (own) event.waitUntil(keep(pages, pathname, response.clone()));
    return response;
  }
  const kept = await known(pathname);
  if (kept) return kept;
  if (pathname !== '/today' && (await known('/today'))) return Response.redirect('/today');
  return (await known(noConnection)) ?? response ?? Response.error();
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (isPart(url)) event.respondWith(part(event));
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(page(event));
});

/** What a page had loaded before there was a service worker. */
self.addEventListener('message', (event) => {
  const { path, loaded = [] } = event.data?.keep ?? {};
  if (!path) return;
  const fetched = async (name, key, url) => {
    if (await known(key)) return;
    const response = await fetch(url, { credentials: 'same-origin' }).catch(() => undefined);
    const own = name === parts || response?.headers.has('zerodo-page');
    if (response?.ok && own) await keep(name, key, response);
  };
  const own = loaded.filter((url) => isPart(new URL(url)));
  event.waitUntil(Promise.all([fetched(pages, path, path), ...own.map((url) => fetched(parts, url, url))]));
});

const read = (data) => {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
};

/** Only addresses of ours are opened, whatever a message says. */
const ours = (url) => {
  const { pathname, search, hash } = new URL(url ?? '/', self.location.origin);
  return pathname + search + hash;
};

self.addEventListener('push', (event) => {
  const { title = 'Zerodo', body = '', url, tag } = read(event.data);
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      icon: '/icon-192.png',
      badge: '/badge.png',
      data: { path: ours(url) },
      // What comes twice, or again, takes the place of what is there, and is heard again.
      ...(tag && { tag, renotify: true }),
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path = '/' } = event.notification.data ?? {};
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async ([page]) => {
      if (!page) return self.clients.openWindow(path);
      await page.focus();
      return page.navigate(path).catch(() => self.clients.openWindow(path));
    }),
  );
});

/** The browser's push service gave it another address: it is told, or nothing would come any more. */
self.addEventListener('pushsubscriptionchange', (event) => {
  const options = event.oldSubscription?.options;
  if (!options) return;
  event.waitUntil(
    Promise.resolve(event.newSubscription ?? self.registration.pushManager.subscribe(options)).then((fresh) => {
      const { endpoint, keys } = fresh.toJSON();
      return fetch('/api/v1/push-subscriptions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }),
      });
    }),
  );
});
