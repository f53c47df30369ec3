// Shows what is pushed while no page is open. It keeps nothing and answers no request, so a page is never older than its server.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

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
