import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { asPeople, visit } from './browser.ts';
import { walks } from './walks.ts';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

walks('the settings of an account', ({ url, complaints, someone }) => {
  it('make a token that works, shown once, and end it', async () => {
    const page = await someone('/settings/tokens');
    await page.getByRole('button', { name: 'New token' }).click();
    const made = page.getByRole('dialog');
    await made.getByLabel('Name').fill('Backup');
    await made.getByRole('button', { name: 'Make the token' }).click();
    const token = await made.getByLabel('Token').inputValue();
    await made.getByRole('button', { name: 'Done' }).click();

    const tasks = await fetch(`${url}/api/v1/tasks`, {
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
    const page = await someone('/settings/webhooks');
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

    await list.getByRole('button', { name: /^Actions/ }).click(asPeople);
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No webhooks yet.').waitFor();
  });

  it('take a file in, name the rows that cannot be read, and give everything out again', async () => {
    const page = await someone('/settings/data');
    const choose = (csv: string) =>
      page
        .getByLabel('Choose a file')
        .setInputFiles({ name: 'tasks.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
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
    expect(await text(await file.createReadStream())).toContain('Buy milk');
  });

  it('keep the name, the language, the zone and the password', async () => {
    const page = await someone('/settings/profile');
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
    const page = await someone('/settings/data');
    await page.getByRole('button', { name: 'Delete my account…' }).click();
    const window = page.getByRole('dialog');
    const address = (await window.getByText(/To be sure, type/).innerText()).replace('To be sure, type ', '');
    const leave = window.getByRole('button', { name: 'Delete everything' });
    await window.getByLabel('Password').fill('ten chars or more');
    expect(await leave.isDisabled()).toBe(true);
    await window.getByLabel(/To be sure/).fill(address);
    await leave.click();

    await page.waitForURL('**/sign-up');
    await visit(page, '/settings');
    await page.waitForURL(/\/sign-in(\?|$)/);
  });
});
