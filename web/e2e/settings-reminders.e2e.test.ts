import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { go, reload } from './browser.ts';
import { walks } from './walks.ts';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

walks('the settings of reminders', ({ url, someone }) => {
  it('keep how one wants to be reminded', async () => {
    const page = await someone('/settings/reminders');
    const usual = card(page, 'Usual reminders');
    const timed = usual.getByRole('list', { name: 'With a time' });
    await usual.getByRole('button', { name: 'Remove reminder: 1 hour before' }).click();
    await usual.getByRole('combobox', { name: /with a time/ }).selectOption({ label: '10 minutes before' });
    await usual.getByRole('combobox', { name: /with a time/ }).selectOption({ label: 'Another…' });
    await usual.getByRole('spinbutton').fill('3');
    await usual.getByRole('combobox', { name: 'Unit' }).selectOption('hours');
    await usual.getByRole('button', { name: 'Add' }).click();
    await usual.getByText('Saved').waitFor();

    await card(page, 'Quiet hours').getByRole('switch').click();
    await card(page, 'Quiet hours').getByLabel('From').fill('23:30');
    await card(page, 'Quiet hours').getByLabel('To').focus();
    await card(page, 'Quiet hours').getByText('Saved').waitFor();
    await card(page, 'Notices').getByRole('switch', { name: 'Overdue' }).click();
    await card(page, 'Notices').getByText('Saved').waitFor();
    await reload(page);

    await expect
      .poll(() => timed.getByRole('listitem').allInnerTexts())
      .toEqual(['10 minutes before', '3 hours before']);
    expect(await card(page, 'Quiet hours').getByLabel('From').inputValue()).toBe('23:30');
    await card(page, 'Notices').getByRole('switch', { name: 'Overdue', checked: true }).waitFor();
  });

  it('say which channels reach one and how the others are set up, and send a test', async () => {
    const page = await someone('/settings/reminders');
    const row = (name: string) => card(page, 'Channels').getByRole('listitem').filter({ hasText: name });

    await row('E-mail')
      .getByText(/sends no mail.*ZERODO_SMTP_URL/)
      .waitFor();
    await row('Push').getByText('allow them below').waitFor();
    await row('Inbox')
      .getByRole('button', { name: /Send me a test/ })
      .click();
    await row('Inbox').getByText('It was sent.').waitFor();

    await page.getByRole('link', { name: 'Back to the tasks' }).click();
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
  });

  it('have this browser notified until it signs out', async () => {
    const page = await someone('/settings/reminders', { permissions: ['notifications'] });
    await page.evaluate(withPushService);
    await page.getByRole('button', { name: 'Notify this browser' }).click();
    const list = page.getByRole('list', { name: 'Browsers that are notified' });
    await list.getByText('This browser').waitFor();
    await card(page, 'Channels')
      .getByRole('listitem')
      .filter({ hasText: 'Push' })
      .getByText('Reaches you')
      .waitFor();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toBe(
      `${url}/sw.js`,
    );
    const gone = page.waitForResponse(
      (response) =>
        response.request().method() === 'DELETE' && response.url().includes('/push-subscriptions/'),
    );

    await go(page, '/settings/profile');
    await page.getByRole('button', { name: /^Sign out Chrome/ }).click();

    expect((await gone).status()).toBe(200);
    await page.waitForURL('**/sign-in');
  });
});

/** In the place of a browser maker's push service, which a test does not ask. */
function withPushService(): void {
  const bytes = (length: number) => new Uint8Array(length).fill(4).buffer;
  const text = (length: number) => 'B'.padEnd(length, 'A');
  PushManager.prototype.subscribe = async () =>
    ({
      endpoint: 'https://push.example.com/one',
      getKey: () => bytes(16),
      unsubscribe: async () => true,
      toJSON: () => ({
        endpoint: 'https://push.example.com/one',
        keys: { p256dh: text(87), auth: text(22) },
      }),
    }) as unknown as PushSubscription;
}
