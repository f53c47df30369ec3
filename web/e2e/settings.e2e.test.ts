import { readFile } from 'node:fs/promises';
import { startZerodo } from '@zerodo/testing/zerodo';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { arrive, type Complaints, hasBrowser, openBrowser, openContext } from './browser.ts';
import { violations } from './every-view.ts';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!hasBrowser)('the settings', () => {
  let zerodo: Awaited<ReturnType<typeof startZerodo>>;
  let browser: Browser;
  const complaints: Complaints = [];

  beforeAll(async () => {
    [zerodo, browser] = await Promise.all([startZerodo(), openBrowser()]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await zerodo?.stop();
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });

  const someone = async (section: string, options?: BrowserContextOptions): Promise<Page> => {
    const context = await openContext(browser, zerodo.url, complaints, options);
    const page = await arrive(context, zerodo.url);
    await page.goto(`/settings${section}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  it('keep how one wants to be reminded', async () => {
    const page = await someone('/reminders');
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
    await page.reload();

    await expect
      .poll(() => timed.getByRole('listitem').allInnerTexts())
      .toEqual(['10 minutes before', '3 hours before']);
    expect(await card(page, 'Quiet hours').getByLabel('From').inputValue()).toBe('23:30');
    await card(page, 'Notices').getByRole('switch', { name: 'Overdue', checked: true }).waitFor();
  });

  it('say which channels reach one and how the others are set up, and send a test', async () => {
    const page = await someone('/reminders');
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
    const page = await someone('/reminders', { permissions: ['notifications'] });
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
      `${zerodo.url}/sw.js`,
    );
    const gone = page.waitForResponse(
      (response) =>
        response.request().method() === 'DELETE' && response.url().includes('/push-subscriptions/'),
    );

    await page.goto('/settings/profile');
    await page.getByRole('button', { name: /^Sign out Chrome/ }).click();

    expect((await gone).status()).toBe(200);
    await page.waitForURL('**/sign-in');
  });

  it('make a token that works, shown once, and end it', async () => {
    const page = await someone('/tokens');
    await page.getByRole('button', { name: 'New token' }).click();
    const made = page.getByRole('dialog');
    await made.getByLabel('Name').fill('Backup');
    await made.getByRole('button', { name: 'Make the token' }).click();
    const token = await made.getByLabel('Token').inputValue();
    await made.getByRole('button', { name: 'Done' }).click();

    const tasks = await fetch(`${zerodo.url}/api/v1/tasks`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(tasks.status).toBe(200);
    const list = page.getByRole('list', { name: 'API tokens' });
    await list.getByText('Backup').waitFor();
    expect(await page.content()).not.toContain(token);

    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByRole('dialog').getByLabel('Address of the feed').inputValue();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');

    await list.getByRole('button', { name: 'Delete token Backup' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await list.getByText('Backup').waitFor({ state: 'detached' });
  });

  it('make a webhook, say why it cannot be, test it, and delete it', async () => {
    const page = await someone('/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).click();
    const window = page.getByRole('dialog');
    await window.getByLabel('Address').fill('https://127.0.0.1/hook');
    await window.getByRole('button', { name: 'Make the webhook' }).click();
    await window.getByRole('alert').waitFor();
    // The browser says itself that the answer was 422.
    complaints.splice(0);
    await window.getByLabel('Address').fill('https://hooks.example.invalid/zerodo');
    await window.getByRole('radio', { name: 'Only some' }).check();
    await window.getByRole('checkbox', { name: 'completed' }).check();
    await window.getByRole('button', { name: 'Make the webhook' }).click();
    await page.getByRole('dialog', { name: 'Copy the secret now' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Secret' }).inputValue()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Done' }).click();

    const list = page.getByRole('list', { name: 'Webhooks' });
    await list.getByText('Tasks: completed').waitFor();
    await list.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('list', { name: 'Deliveries' }).getByText('Webhook: test').waitFor();
    await list.getByRole('switch').click();
    await list.getByRole('button', { name: 'Switch on again' }).click();
    await list.getByRole('button', { name: 'Send a test' }).waitFor();

    await list.getByRole('button', { name: /^Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No webhooks yet.').waitFor();
  });

  it('take a file in, name the rows that cannot be read, and give everything out again', async () => {
    const page = await someone('/data');
    const choose = (text: string) =>
      page
        .getByLabel('Choose a file')
        .setInputFiles({ name: 'tasks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('title,due\nBuy milk,2030-01-02\nBad day,2030-02-31\n');
    expect(await page.getByLabel('Format').locator('option:checked').innerText()).toBe('As it looks: CSV');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('list', { name: '1 row cannot be read' }).getByText('Row 3').waitFor();
    complaints.splice(0);
    await page.getByRole('button', { name: 'Import without these rows' }).click();
    await page.getByText(/Imported: 1 task/).waitFor();
    await page.getByRole('list', { name: '1 row was left out' }).getByText('Row 3').waitFor();

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^zerodo-.*\.json$/);
    expect(await readFile(await file.path(), 'utf8')).toContain('Buy milk');
  });

  it('keep the name, the language, the zone and the password', async () => {
    const page = await someone('/profile');
    await page.getByLabel('Name').fill('Ana Maria');
    await card(page, 'You').getByRole('button', { name: 'Save' }).click();
    await card(page, 'You').getByText('Saved').waitFor();
    await card(page, 'Time and week').getByRole('button', { name: 'Use it' }).click();
    await card(page, 'Time and week').getByText('Saved').waitFor();
    await page.getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('combobox', { name: 'Search a city or region' }).fill('lisb');
    await page.getByRole('option', { name: /Lisbon/ }).click();
    await page.getByText('Your browser is in Europe/Berlin.').waitFor();
    await page.getByLabel('The week begins on').selectOption('Sunday');

    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill('another ten chars');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is not right.').waitFor();
    complaints.splice(0);
    await page.getByLabel('Current password').fill('ten chars or more');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed.').waitFor();

    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('heading', { name: 'Profil' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ana Maria');
    await page.getByRole('combobox', { name: 'Zeitzone' }).filter({ hasText: 'Europe/Lisbon' }).waitFor();
  });

  it('delete the account of one who types the address and the password', async () => {
    const page = await someone('/data');
    await page.getByRole('button', { name: 'Delete my account…' }).click();
    const window = page.getByRole('dialog');
    const address = (await window.getByText(/To be sure, type/).innerText()).replace('To be sure, type ', '');
    const leave = window.getByRole('button', { name: 'Delete everything' });
    await window.getByLabel('Password').fill('ten chars or more');
    expect(await leave.isDisabled()).toBe(true);
    await window.getByLabel(/To be sure/).fill(address);
    await leave.click();

    await page.waitForURL('**/sign-up');
    await page.goto('/settings');
    await page.waitForURL('**/sign-in');
  });

  it.each([
    ['light', 'everything'],
    // The same page in other colours.
    ['dark', 'colours'],
  ] as const)('give axe nothing to object to, in %s', async (colorScheme, extent) => {
    const page = await someone('', { colorScheme });
    const found = await violations(page, '/settings', extent);
    for (const section of ['profile', 'reminders', 'tokens', 'webhooks', 'data']) {
      await page.goto(`/settings/${section}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
      found.push(...(await violations(page, section, extent)));
      const opens = { tokens: 'New token', webhooks: 'New webhook', data: 'Delete my account…' }[section];
      if (!opens) continue;
      await page.getByRole('button', { name: opens }).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await violations(page, `${section}: ${opens}`, extent)));
    }
    expect(found).toEqual([]);
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
