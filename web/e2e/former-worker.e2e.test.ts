import { expect, it } from 'vitest';
import { add, openView, reload, row, signUp } from './browser.ts';
import { isKeptPage } from './faults.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

/** As a release long ago could have left it: it shows what it kept, whatever the server has. */
const former = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(caches.match('/former').then((kept) => kept ?? fetch(event.request)));
});`;

walks('a service worker of a former release', ({ url, device }) => {
  it('is taken over from, and the page works', async () => {
    const context = await device();
    await signUp(context, url, { email: newEmail(), password });
    await context.route('**/sw.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: former }),
    );
    const page = await context.newPage();
    await openView(page);
    const state = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
    await expect.poll(state, { timeout: 60_000 }).toBe('activated');
    await page.evaluate(async () => {
      const html = '<link rel="icon" href="/icon-192.png"><h1>A former page</h1>';
      const old = new Response(html, { headers: { 'content-type': 'text/html' } });
      await (await caches.open('former')).put('/former', old);
    });
    await page.goto('/inbox');
    await page.getByRole('heading', { name: 'A former page' }).waitFor();

    // The release after: whoever comes back has the browser ask for the script once more.
    await context.unroute('**/sw.js');
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('heading', { level: 1 }).innerText();
      })
      .toBe('Inbox');
    await reload(page);
    await add(page, 'Buy milk');
    await row(page, 'Buy milk').waitFor();
    await expect.poll(() => isKeptPage(page, '/inbox'), { timeout: 60_000 }).toBe(true);
  });
});
