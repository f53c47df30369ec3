import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checking } from './axe.ts';
import { go, openPage, signUp, visit } from './browser.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

/** A device in the browser that keeps passkeys and says at once that its person is there. */
async function withAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      // Else what the field offers is taken at once, and nobody presses the button.
      automaticPresenceSimulation: false,
    },
  });
  return {
    /** Whether somebody touches it when it is asked. */
    touched: (enabled: boolean) =>
      session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    keeps: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

walks('passkeys', ({ url, complaints, device }) => {
  it('are added, let in, are renamed and deleted, and let nobody in from then on', async () => {
    // A browser makes none for a number.
    const here = url.replace('127.0.0.1', 'localhost');
    const context = await device({ baseURL: here });
    await signUp(context, here, { email: newEmail(), password });
    const page = await openPage(context);
    const phone = await withAuthenticator(page);
    const { check, nothingFound } = checking(page);
    const card = page.getByRole('region', { name: 'Passkeys', exact: true });
    const window = page.getByRole('dialog');
    const leave = async () => {
      await page.getByRole('list', { name: 'Devices' }).getByRole('button').first().click();
      await page.waitForURL('**/sign-in');
      // No passkey is asked for there: whoever touches the device next answers the page that comes then.
      await page.goto('/reset-password');
    };
    const isIn = () => page.locator('[data-live="true"]').waitFor({ state: 'attached' });

    await go(page, '/settings/profile');
    await card.getByText('No passkeys yet.').waitFor();
    await card.getByRole('button', { name: 'New passkey' }).click();
    await check('a new passkey', 'light', 'dark', 'phone');
    expect(await window.getByLabel('Name').inputValue()).toMatch(/^Chrome on /);
    await window.getByLabel('Name').fill('Work laptop');
    await window.getByLabel('Current password').fill('not this password');
    await page.keyboard.press('Enter');
    await window.getByRole('alert').filter({ hasText: 'The password is not right.' }).waitFor();
    complaints.splice(0);
    await window.getByLabel('Current password').fill(password);
    await phone.touched(true);
    await page.keyboard.press('Enter');
    await card.getByText('added just now').waitFor();
    await phone.touched(false);
    expect(await phone.keeps()).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);
    await check('a passkey', 'light', 'dark', 'phone');

    await leave();
    const offered = page.waitForResponse('**/generate-authenticate-options');
    await visit(page, '/sign-in');
    await offered;
    expect(await page.getByLabel('E-mail').getAttribute('autocomplete')).toBe('username webauthn');
    await check('/sign-in', 'light', 'phone');
    await phone.touched(true);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await isIn();
    await phone.touched(false);

    await go(page, '/settings/profile');
    await leave();
    await phone.touched(true);
    // Chosen among what the field of the address offers, without a button.
    await page.goto('/sign-in');
    await isIn();
    await phone.touched(false);

    await go(page, '/settings/profile');
    await card.getByRole('button', { name: 'Rename passkey Work laptop' }).click();
    await window.getByLabel('Name').fill('Old laptop');
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Delete passkey Old laptop' }).click();
    await check('deleting a passkey', 'light');
    await window.getByRole('button', { name: 'Delete', exact: true }).click();
    await card.getByText('No passkeys yet.').waitFor();

    await leave();
    await phone.touched(true);
    await page.goto('/sign-in');
    await page.getByRole('alert').filter({ hasText: 'does not know this passkey any more' }).waitFor();
    await check('/sign-in: refused', 'light');
    // Told so, the device offers it no more.
    await expect.poll(phone.keeps).toEqual([]);
    // The browser says itself that the answer was 401.
    complaints.splice(0);
    nothingFound();
  });
});
