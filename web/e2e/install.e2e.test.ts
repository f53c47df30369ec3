import { expect, it } from 'vitest';
import { openContext } from './browser.ts';
import { openFullBrowser } from './chromium.ts';
import { walks } from './walks.ts';

walks('installed as an application', ({ url, complaints, someone }) => {
  it('it has what a device asks for', async () => {
    const page = await someone('/today');
    const place = await page.locator('link[rel="manifest"]').getAttribute('href');
    const manifest = await page.evaluate(async (href) => (await fetch(href)).json(), place!);
    expect(manifest).toMatchObject({ name: 'Zerodo', start_url: '/today', display: 'standalone' });
    const icons = await Promise.all(
      manifest.icons.map(async ({ src, sizes, type }: Record<string, string>) => {
        const answer = await page.request.get(src!);
        return { sizes, type, is: answer.headers()['content-type'] };
      }),
    );
    expect(icons).toContainEqual({ sizes: '192x192', type: 'image/png', is: 'image/png' });
    expect(icons).toContainEqual({ sizes: '512x512', type: 'image/png', is: 'image/png' });
  });

  it('it shows what is pushed, also while nobody looks', async () => {
    await using browser = await openFullBrowser();
    const context = await openContext(browser, complaints, { baseURL: url, permissions: ['notifications'] });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    const devtools = await context.newCDPSession(page);
    const registration = new Promise<string>((resolve) =>
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [ours] = registrations.filter(({ scopeURL }) => scopeURL === `${url}/`);
        if (ours) resolve(ours.registrationId);
      }),
    );
    const shown = new Promise<void>((resolve) =>
      devtools.on(
        'BackgroundService.backgroundServiceEventReceived',
        ({ backgroundServiceEvent: { eventName } }) => {
          if (eventName === 'Notification displayed') resolve();
        },
      ),
    );
    await devtools.send('BackgroundService.startObserving', { service: 'notifications' });
    await devtools.send('BackgroundService.setRecording', { service: 'notifications', shouldRecord: true });
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: url,
      registrationId: await registration,
      data: JSON.stringify({ title: 'Buy milk', body: 'Due today', url: '/inbox', tag: 'one' }),
    });
    // Asked earlier, the browser drops what it has kept and not drawn yet.
    await shown;
    const notifications = await page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data }) => ({
        title,
        body,
        data,
      })),
    );
    expect(notifications).toEqual([{ title: 'Buy milk', body: 'Due today', data: { path: '/inbox' } }]);
  });
});
