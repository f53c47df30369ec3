import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { expect, it, onTestFinished } from 'vitest';
import { add, openView, reload, row, signUp } from './browser.ts';
import { isKeptPage } from './faults.ts';
import { newEmail, password } from './people.ts';
import { walksLoadingAhead } from './walks.ts';

/** As a release long ago could have left it: it shows what it kept, whatever the server has. */
const former = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(caches.match('/former').then((kept) => kept ?? fetch(event.request)));
});`;

/**
 * A proxy that hands out the script of the release of the day. The driver must not do it: a browser whose service
 * workers it holds starts a worker that takes another's place anew for every page, and now and then not at all.
 */
async function releases(): Promise<{ server: string; next: () => void }> {
  let script: string | undefined = former;
  const proxy = createServer(async (asked, answer) => {
    if (script && asked.url?.endsWith('/sw.js')) {
      answer.setHeader('content-type', 'text/javascript').end(script);
      return;
    }
    const onward = request(asked.url ?? '', { method: asked.method, headers: asked.headers });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      pipeline(response, answer).catch(() => undefined);
    });
    answer.on('close', () => onward.destroy());
    await pipeline(asked, onward).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const { port } = proxy.address() as AddressInfo;
  return { server: `http://127.0.0.1:${port}`, next: () => (script = undefined) };
}

walksLoadingAhead('a service worker of a former release', ({ url, device }) => {
  it('is taken over from, and the page works', async () => {
    const { server, next } = await releases();
    const context = await device({ proxy: { server, bypass: '<-loopback>' } });
    // What the driver asks by itself wants a tunnel, which this proxy is not.
    const elsewhere = await device();
    await signUp(elsewhere, url, { email: newEmail(), password });
    await context.addCookies(await elsewhere.cookies());
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
    next();
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
