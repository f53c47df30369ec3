import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, arrive, openPage, openView, reload, row, saveData, showDone, signUp } from './browser.ts';
import { isKeptPage, noStorage, wrongClock, zoneNearMidnight } from './faults.ts';
import { openTask } from './panel.ts';
import { newEmail, password } from './people.ts';
import { walksLoadingAhead } from './walks.ts';

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const field = (page: Page) => page.getByRole('textbox', { name: 'New task' });

const scriptsOf = (page: Page) =>
  page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
  );

/** Waits until nothing more was fetched for a while. */
async function scriptsAreThere(page: Page): Promise<void> {
  let before = 0;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await scriptsOf(page);
        return before - last;
      },
      { interval: 2500, timeout: 60_000 },
    )
    .toBe(0);
}

walksLoadingAhead('bad days of the browser', ({ url, complaints, device, someone }) => {
  it('asks for the password again where the session ends while somebody types', async () => {
    const context = await device();
    const person = { email: newEmail(), password };
    await signUp(context, url, person);
    const page = await openPage(context);
    await add(page, 'Post the letter');
    await row(page, 'Post the letter').waitFor();
    await page.getByText('Up to date').waitFor();

    await field(page).pressSequentially('Call Ana ');
    await context.clearCookies();
    // At once, since letters after the window has come are its own.
    await field(page).fill('Call Ana tomorrow 16:00');
    const again = page.getByRole('dialog', { name: 'Sign in again to go on' });
    await again.getByLabel('Password').fill('something else');
    await again.getByRole('button', { name: 'Go on' }).click();
    await again.getByRole('alert').waitFor();
    await again.getByLabel('Password').fill(person.password);
    await again.getByRole('button', { name: 'Go on' }).click();
    await again.waitFor({ state: 'detached' });

    expect(await field(page).inputValue()).toBe('Call Ana tomorrow 16:00');
    await field(page).press('Enter');
    await row(page, 'Call Ana').getByText('Tomorrow 16:00').waitFor();
    complaints.splice(0);
  });

  it('comes back to the page and to the typed text where a reload finds the session over', async () => {
    const context = await device();
    const person = { email: newEmail(), password };
    await signUp(context, url, person);
    const page = await openPage(context, '/upcoming');
    await field(page).fill('Call Ana');
    await context.clearCookies();
    await page.reload();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await page.waitForURL('**/upcoming');
    await expect.poll(() => field(page).inputValue()).toBe('Call Ana');
    complaints.splice(0);
  });

  it('opens everything without a connection once the page has settled', async () => {
    const page = await someone();
    await add(page, 'Post the letter');
    await row(page, 'Post the letter').waitFor();
    await scriptsAreThere(page);
    await page.context().setOffline(true);
    const window = page.getByRole('dialog');
    await openTask(page, 'Post the letter');
    await page.keyboard.press('Escape');
    for (const keys of ['?', 'Control+k']) {
      await window.waitFor({ state: 'detached' });
      await page.keyboard.press(keys);
      await window.waitFor();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Notifications' }).click();
    await window.waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Upcoming' }).click();
    await page.getByRole('heading', { name: 'Upcoming', level: 1 }).waitFor();
    expect(complaints.splice(0).filter((complaint) => complaint.includes('.js'))).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('Up to date').waitFor();
    complaints.splice(0);
  });

  it('fetches for somebody who saves data only what takes a change back', async () => {
    const saving = await device();
    await saveData(saving);
    const page = await arrive(saving, url);
    await add(page, 'Post the letter');
    await row(page, 'Post the letter').waitFor();
    await scriptsAreThere(page);
    expect(await scriptsOf(page)).toBeLessThan(35);

    await saving.setOffline(true);
    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    await group(page, 'Messages').getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Post the letter').waitFor();
    await saving.setOffline(false);
    await page.getByText('Up to date').waitFor();
    complaints.splice(0);

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  });

  it('works without storage, and says so once', async () => {
    const context = await device();
    await signUp(context, url, { email: newEmail(), password });
    const page = await context.newPage();
    await noStorage(page);
    await openView(page);
    await add(page, 'Buy milk');
    await row(page, 'Buy milk').waitFor();
    await group(page, 'Messages').getByText('This browser keeps nothing').waitFor();
    await showDone(page);
    await page.getByRole('checkbox', { name: 'Complete Buy milk' }).click();
    await group(page, 'Done').getByText('Buy milk').waitFor();
    await page.getByText('Up to date').waitFor();
    expect(await group(page, 'Messages').getByText('This browser keeps nothing').count()).toBe(1);
  });

  it('says calmly that a new version is there, and keeps what is typed', async () => {
    const context = await device({ serviceWorkers: 'block' });
    await signUp(context, url, { email: newEmail(), password });
    const page = await context.newPage();
    const html = await (await context.request.get('/inbox')).text();
    // The release after: what this page has not loaded yet is no longer there.
    await page.route('**/_next/static/chunks/**', (route) => {
      const name = new URL(route.request().url()).pathname;
      return html.includes(name) ? route.continue() : route.fulfill({ status: 404, body: '' });
    });
    await openView(page);
    await field(page).fill('Call Ana');
    await page.getByRole('link', { name: 'Calendar' }).click();

    const notice = page.getByRole('alert').filter({ hasText: 'A new version is there' });
    await notice.waitFor();
    expect(await field(page).inputValue()).toBe('Call Ana');
    await page.unroute('**/_next/static/chunks/**');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
    await expect.poll(() => field(page).inputValue()).toBe('Call Ana');
    complaints.splice(0);
  });

  it('shows no page of an older release while the server answers', async () => {
    const page = await someone();
    await expect.poll(() => isKeptPage(page, '/inbox'), { timeout: 60_000 }).toBe(true);
    await page.evaluate(async () => {
      const old = new Response('<h1>An old page</h1>', { headers: { 'content-type': 'text/html' } });
      await (await caches.open('zerodo-pages')).put('/inbox', old);
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  });

  it('goes by the right time where the clock is wrong by an hour', async () => {
    const { zone, by } = zoneNearMidnight(new Date());
    const context = await device({ timezoneId: zone });
    await signUp(context, url, { email: newEmail(), password });
    const page = await context.newPage();
    await wrongClock(page, by);
    await openView(page, '/today');
    await group(page, 'Messages')
      .getByText(/^The clock of this device is (59|60|61) minutes (ahead|behind)$/)
      .waitFor();
    await add(page, 'Feed the cat today');
    await group(page, 'Today').getByText('Feed the cat').waitFor();
    await reload(page);
    await group(page, 'Today').getByText('Feed the cat').waitFor();
    expect(await row(page, 'Feed the cat').getByText('Yesterday').count()).toBe(0);
  });

  it('says what to do where scripts are blocked', async () => {
    const context = await device();
    const html = await (await context.request.get('/sign-in')).text();
    const page = await context.newPage();
    // A frame that may run no script is what a browser that blocks them makes of a page.
    await page.evaluate((source) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', '');
      frame.srcdoc = source;
      document.body.append(frame);
    }, html);
    // Playwright's look for text passes over noscript.
    const words = page.frameLocator('iframe').locator('noscript p');
    await words.waitFor();
    expect(await words.textContent()).toContain('Zerodo needs JavaScript');
    complaints.splice(0);
  });

  it('says aloud what was done, and that it was taken back', async () => {
    const page = await someone();
    await add(page, 'Post the letter');
    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    const messages = group(page, 'Messages');
    await messages.getByText('Post the letter').first().waitFor();
    expect(await messages.getAttribute('aria-live')).toBe('polite');
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Post the letter').waitFor();
    await page.getByRole('status').filter({ hasText: 'Taken back' }).waitFor({ state: 'attached' });
  });
});
