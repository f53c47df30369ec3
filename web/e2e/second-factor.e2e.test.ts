import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Begun } from '../features/settings/second-factor/second-factor-queries.ts';
import { codeFor, fromBase32, secretIn } from '../lib/testing/one-time-code.ts';
import { english } from '../words/english/english.ts';
import { checking } from './axe.ts';
import { go, openPage, signIn, signUp, visit } from './browser.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const card = (page: Page) => page.getByRole('region', { name: 'Second factor', exact: true });

walks('a second factor', ({ url, complaints, device }) => {
  const leave = async (page: Page) => {
    await go(page, '/settings/profile');
    await page.getByRole('list', { name: 'Devices' }).getByRole('button').first().click();
    await page.waitForURL('**/sign-in');
  };
  const givePassword = async (page: Page, email: string) => {
    await visit(page, '/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor();
  };
  const comeByBackupCode = async (page: Page, email: string, code: string) => {
    await leave(page);
    await givePassword(page, email);
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.getByLabel('Backup code').fill(code);
    await page.keyboard.press('Enter');
  };
  const isIn = (page: Page) => page.locator('[data-live="true"]').waitFor({ state: 'attached' });

  it('is switched on, asked for, left at home, and switched off', async () => {
    const email = newEmail();
    const context = await device();
    await signUp(context, url, { email, password });
    const page = await openPage(context);
    const { check, nothingFound } = checking(page);

    await go(page, '/settings/profile');
    await card(page).getByRole('button', { name: 'Switch it on' }).click();
    const window = page.getByRole('dialog');
    await window.getByLabel('Current password').fill(password);
    await page.keyboard.press('Enter');
    await window.getByRole('img', { name: /^QR code/ }).waitFor();
    const secret = fromBase32(await window.getByLabel(/^Key/).inputValue());
    await check('the secret', 'light', 'dark', 'phone');
    await window.getByLabel('Code', { exact: true }).fill(codeFor(secret));
    await window.getByRole('button', { name: 'Check the code' }).click();
    await window.getByRole('heading', { name: 'Keep your backup codes' }).waitFor();
    const codes = await window
      .getByRole('list', { name: 'Backup codes' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(codes).toHaveLength(10);
    const saved = page.waitForEvent('download');
    await window.getByRole('button', { name: 'Save as a file' }).click();
    expect(await text(await (await saved).createReadStream())).toBe(`${codes.join('\n')}\n`);
    await check('the backup codes', 'light', 'phone');
    await window.getByRole('button', { name: 'I have kept them' }).click();
    await card(page).getByText('Switched on').waitFor();

    await leave(page);
    await givePassword(page, email);
    await check('/sign-in/code', 'light', 'dark', 'phone');
    const field = page.getByLabel('Code', { exact: true });
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
    const near = [-2, -1, 0, 1, 2].map((step) => codeFor(secret, step));
    await field.fill(
      ['123456', '234567', '345678', '456789', '567890', '678901'].find((one) => !near.includes(one))!,
    );
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'clock' }).waitFor();
    await check('/sign-in/code: wrong', 'light');
    // The browser says itself that the answer was 401.
    complaints.splice(0);
    await field.fill(codeFor(secret, 1).replace(/(...)/, '$1 '));
    await page.keyboard.press('Enter');
    await isIn(page);

    await comeByBackupCode(page, email, codes[0]!);
    await isIn(page);

    await comeByBackupCode(page, email, codes[0]!);
    await page.getByRole('alert').filter({ hasText: 'none of your backup codes' }).waitFor();
    complaints.splice(0);
    await page.getByLabel('Backup code').fill(codes[1]!);
    await page.keyboard.press('Enter');
    await isIn(page);

    await go(page, '/settings/profile');
    await card(page).getByRole('button', { name: 'Switch it off' }).click();
    await page.getByRole('dialog').getByLabel('Current password').fill(password);
    await page.keyboard.press('Enter');
    await card(page).getByText('Switched off').waitFor();
    const other = await device();
    await signIn(other, url, { email, password });
    await openPage(other);
    nothingFound();
  });

  it('is asked for where the session ends, and leads back to where it was', async () => {
    const email = newEmail();
    const context = await device();
    await signUp(context, url, { email, password });
    const post = async (path: string, data: object) => {
      const answer = await context.request.post(`/api/auth/two-factor/${path}`, {
        headers: { origin: url },
        data,
      });
      expect(answer.status()).toBe(200);
      return answer.json();
    };
    const { totpURI, backupCodes } = (await post('enable', { password })) as Begun;
    const secret = secretIn(totpURI);
    await post('verify-totp', { code: codeFor(secret) });
    const page = await openPage(context, '/upcoming');

    await context.clearCookies();
    await page.getByRole('textbox', { name: english.quickAdd.field }).fill('Call Ana tomorrow 16:00');
    const again = page.getByRole('dialog', { name: 'Sign in again to go on' });
    await again.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await again.getByLabel('Code', { exact: true }).fill(codeFor(secret, 1));
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });

    await context.clearCookies();
    await page.reload();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.getByLabel('Backup code').fill(backupCodes[0]!);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/upcoming');
    await isIn(page);
    complaints.splice(0);
  });
});
