import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, openPage, reload, row, showDone, signIn, signUp } from './browser.ts';
import { keptChanges, problem } from './faults.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const fresh = (page: Page) => page.getByText('Up to date').waitFor();

/** Keeps what the page sends there, until it is told to go on. */
async function hold(page: Page, where: RegExp): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(where, async (route) => {
    await released;
    // What the page has given up on meanwhile cannot go on.
    await route.continue().catch(() => {});
  });
  return release;
}

walks('bad days of the network', ({ url, complaints, device, someone }) => {
  it.each([
    ['a function that is down', 503, 'temporarily-unavailable'],
    ['too many requests', 429, 'rate-limited'],
  ])('waits for %s, and takes nothing back', async (_, status, code) => {
    const page = await someone();
    await add(page, 'Post the letter tomorrow');
    await row(page, 'Post the letter').waitFor();
    await showDone(page);
    let tries = 0;
    await page.route('**/complete', (route) =>
      ++tries > 2 ? route.continue() : route.fulfill(problem(status, code, 'Later.', { 'retry-after': '1' })),
    );

    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    await group(page, 'Done').getByText('Post the letter').waitFor();
    await expect.poll(() => tries).toBe(3);
    await fresh(page);
    await reload(page);
    await showDone(page);
    await group(page, 'Done').getByText('Post the letter').waitFor();
    expect(complaints.splice(0).every((said) => said.includes(String(status)))).toBe(true);
  });

  it('makes a task once where the connection is lost in mid-answer', async () => {
    const page = await someone();
    let tries = 0;
    await page.route('**/api/v1/tasks', async (route) => {
      if (route.request().method() !== 'POST' || ++tries > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });

    await add(page, 'Buy milk');
    await expect.poll(() => tries).toBe(2);
    await expect.poll(() => keptChanges(page)).toBe(0);
    await reload(page);
    await row(page, 'Buy milk').waitFor();
    await expect.poll(() => row(page, 'Buy milk').count()).toBe(1);
    complaints.splice(0);
  });

  it('shows a change at once on a slow network, and says that it is on its way', async () => {
    const page = await someone();
    await add(page, 'Post the letter tomorrow');
    await row(page, 'Post the letter').waitFor();
    await fresh(page);
    // What is done is still on its way when the task joins it.
    const read = await hold(page, /\/tasks\?.*status=completed/);
    const answer = await hold(page, /\/complete$/);
    const asked = page.waitForRequest(/status=completed/);
    await showDone(page);
    await asked;

    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    await page.getByText('Syncing').waitFor();
    read();
    await group(page, 'Done').getByText('Post the letter').waitFor();
    answer();
    await fresh(page);
  });

  it('reads again when the live stream is back', async () => {
    const email = newEmail();
    const context = await device();
    await signUp(context, url, { email, password });
    const page = await openPage(context);
    const other = await device();
    await signIn(other, url, { email, password });
    const elsewhere = await openPage(other);

    await context.setOffline(true);
    const status = page.getByRole('status');
    await status.filter({ hasText: 'Connection lost' }).waitFor({ state: 'attached' });
    await add(elsewhere, 'From elsewhere');
    await row(elsewhere, 'From elsewhere').waitFor();
    await context.setOffline(false);

    await row(page, 'From elsewhere').waitFor();
    await status.filter({ hasText: 'Connected again' }).waitFor({ state: 'attached' });
    complaints.splice(0);
  });

  it('keeps both texts where two devices have written the same title', async () => {
    const email = newEmail();
    const context = await device();
    await signUp(context, url, { email, password });
    const page = await openPage(context);
    await add(page, 'Plan the trip');
    await row(page, 'Plan the trip').waitFor();
    const other = await device();
    await signIn(other, url, { email, password });
    const elsewhere = await openPage(other);
    const rename = async (on: Page, title: string) => {
      const field = on.getByRole('dialog', { name: 'Task' }).getByRole('textbox', { name: 'Title' });
      await field.fill(title);
      await field.press('Enter');
    };

    // What a message needs is there then, and the panel.
    await page.getByRole('checkbox', { name: 'Complete Plan the trip' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Plan the trip').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(0);
    for (const on of [page, elsewhere]) {
      await on.getByRole('button', { name: /^Plan the trip/ }).click();
      await on.getByRole('dialog', { name: 'Task' }).getByText('Created').waitFor();
    }
    await context.setOffline(true);
    await rename(page, 'Plan the long trip');
    await page.getByText('1 change to send').waitFor();
    await rename(elsewhere, 'Plan the short trip');
    await row(elsewhere, 'Plan the short trip').waitFor();
    await expect.poll(() => keptChanges(elsewhere)).toBe(0);
    await context.setOffline(false);

    await page.getByRole('button', { name: '1 not saved: see' }).click();
    const refused = page.getByRole('dialog', { name: 'Not saved' });
    await refused.getByText('Plan the long trip').waitFor();
    await refused.getByText('Plan the short trip').waitFor();
    await refused.getByRole('button', { name: 'Use mine' }).click();
    await row(elsewhere, 'Plan the long trip').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(0);
    complaints.splice(0);
  });
});
