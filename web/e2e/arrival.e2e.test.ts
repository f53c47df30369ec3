import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openView, reload, row } from './browser.ts';
import { violations } from './every-view.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const samples = [
  'Tick me off: I come back tomorrow',
  'Open me and look around',
  'Press q and write: Call Ana tomorrow 16:00',
] as const;

walks('who has just come', ({ url, complaints, device, someone }) => {
  const signUp = async (page: Page) => {
    // As people write it; the account has it in small letters.
    const email = `First.${newEmail()}`;
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    return email;
  };
  /** What the browser says of itself about a task that is there already, or gone. */
  const refusalsAreFine = () => {
    const others = complaints.filter((said) => !/status of (404|409)/.test(said));
    complaints.splice(0, complaints.length, ...others);
  };
  const drawn = (page: Page) =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const titles = async (page: Page, status: 'open' | 'completed' = 'open') => {
    const answer = await page.request.get(`/api/v1/tasks?status=${status}&limit=50`);
    return ((await answer.json()).items as { title: string }[]).map(({ title }) => title).sort();
  };

  it('finds three tasks to try things with, once, and removes them in one go', async () => {
    const page = await (await device()).newPage();
    const email = await signUp(page);
    for (const title of samples) await row(page, title).waitFor();
    const bar = page.getByRole('region', { name: 'First steps' });
    await bar.waitFor();
    expect(await violations(page, 'first run', 'everything')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'first run, dark', 'colours')).toEqual([]);

    // What the first one promises.
    await page.getByRole('checkbox', { name: `Complete ${samples[0]}` }).click();
    await page.goto('/inbox');
    await expect.poll(() => titles(page, 'completed')).toEqual([samples[0]]);
    await expect.poll(() => titles(page)).toEqual([...samples].sort());
    await row(page, samples[0]).waitFor();

    // A second tab that is in the same state makes nothing twice, and what is deleted stays so.
    await page.getByRole('button', { name: 'I know, remove them' }).click();
    await page.getByText('The sample tasks are gone').waitFor();
    await bar.waitFor({ state: 'detached' });
    await expect.poll(() => titles(page)).toEqual([]);
    await page.evaluate(
      (who) => localStorage.setItem('zerodo-first-run', `make ${who}`),
      email.toLowerCase(),
    );
    await reload(page);
    await bar.waitFor();
    expect(await titles(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Keep them' }).click();
    await bar.waitFor({ state: 'detached' });

    // Another device finds what there is.
    const elsewhere = await (await device()).newPage();
    await elsewhere.goto('/sign-in');
    await elsewhere.getByLabel('E-mail').fill(email);
    await elsewhere.getByLabel('Password').fill(password);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.getByRole('heading', { name: 'Nothing to do yet' }).waitFor();
    expect(await titles(elsewhere)).toEqual([]);
    refusalsAreFine();
  });

  it('makes the same three from two tabs at once', async () => {
    const page = await someone('/today');
    const other = await page.context().newPage();
    const session = await (await page.request.get('/api/auth/get-session')).json();
    await page.evaluate(
      (who) => localStorage.setItem('zerodo-first-run', `make ${who}`),
      session.user.email as string,
    );
    await Promise.all([page.reload(), other.goto('/today')]);
    for (const tab of [page, other]) {
      for (const title of samples) await row(tab, title).waitFor();
      await tab.getByRole('region', { name: 'First steps' }).waitFor();
    }
    expect(await titles(page)).toEqual([...samples].sort());
    // Answered in one tab, it is in the other.
    await page.getByRole('button', { name: 'Keep them' }).click();
    await other.getByRole('region', { name: 'First steps' }).waitFor({ state: 'detached' });
    refusalsAreFine();
  });

  it('chooses the language, and the page speaks it at once, weeks and dates with it', async () => {
    const page = await someone('/calendar', { locale: 'en-US' });
    const firstDay = () =>
      page
        .getByRole('main')
        .getByText(/^(Sun|Mon|So|Mo)$/)
        .first()
        .textContent();
    await expect.poll(firstDay).toBe('Sun');

    await page.goto('/settings/profile');
    const language = page.getByRole('combobox', { name: 'Language' });
    await language.selectOption('Deutsch');
    const sprache = page.getByRole('combobox', { name: 'Sprache' });
    await sprache.waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('de-DE');
    await openView(page, '/calendar');
    await page.getByRole('heading', { level: 1, name: 'Kalender' }).waitFor();
    await expect.poll(firstDay).toBe('Mo');

    // As the browser again, which is American.
    await page.goto('/settings/profile');
    await sprache.selectOption('Wie der Browser');
    await language.waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en-US');
    await page.reload();
    await expect.poll(() => language.inputValue()).toBe('browser');
  });

  it('in another time zone is asked once whether the account comes along', async () => {
    const page = await someone();
    const headers = { origin: url };
    const zoneOf = async () => (await (await page.request.get('/api/v1/preferences')).json()).timezone;
    await page.request.patch('/api/v1/preferences', { headers, data: { timezone: 'Europe/Berlin' } });
    const storageState = await page.context().storageState();
    const bar = (tab: Page) => tab.getByRole('region', { name: 'Time zone' });

    // In Tokyo: never again for Tokyo.
    const tokyo = await device({ timezoneId: 'Asia/Tokyo', storageState });
    const there = await tokyo.newPage();
    await openView(there, '/today');
    await there.getByText('You seem to be in Tokyo now. Use its time?').waitFor();
    expect(await violations(there, 'zone', 'everything')).toEqual([]);
    await there.getByRole('button', { name: 'Don’t ask for this zone again' }).click();
    await bar(there).waitFor({ state: 'detached' });
    const asked = there.waitForResponse((answer) => answer.url().endsWith('/api/v1/preferences'));
    await there.reload();
    await asked;
    await drawn(there);
    expect(await bar(there).count()).toBe(0);
    expect(await zoneOf()).toBe('Europe/Berlin');

    // In New York: yes, and back.
    const newYork = await device({ timezoneId: 'America/New_York', storageState, colorScheme: 'dark' });
    const here = await newYork.newPage();
    await openView(here, '/today');
    await bar(here).waitFor();
    expect(await violations(here, 'zone, dark', 'colours')).toEqual([]);
    await here.getByRole('button', { name: 'Use it' }).click();
    await here.getByText('Your time is that of New York now').waitFor();
    await bar(here).waitFor({ state: 'detached' });
    await expect.poll(zoneOf).toBe('America/New_York');
    await here.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(zoneOf).toBe('Europe/Berlin');
    expect(await bar(here).count()).toBe(0);
  });
});
