import { connect } from '@zerodo/store/sql';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { add, openPage, reload, row, showDone, signIn, signUp } from './browser.ts';
import { isKeptPage, keptChanges, problem } from './faults.ts';
import { newEmail, password } from './people.ts';
import { walksLoadingAhead } from './walks.ts';

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Has Postgres answer as a read-only one does, but where a task of this person comes: others walk beside. */
async function readOnlyFor(userId: string): Promise<() => Promise<void>> {
  const sql = connect(inject('zerodoOwnerUrl')!, { max: 1 });
  await sql.unsafe(`
    create function read_only() returns trigger language plpgsql as $$
    begin
      raise exception using errcode = 'read_only_sql_transaction', message = 'cannot execute INSERT in a read-only transaction';
    end $$;
    create trigger read_only before insert on tasks
      for each row when (new.created_by = '${userId}') execute function read_only()`);
  return async () => {
    await sql.unsafe('drop function read_only cascade');
    await sql.end();
  };
}

walksLoadingAhead('changes that wait', ({ url, complaints, device, someone }) => {
  it('outlive their tab and go out once', async () => {
    const page = await someone();
    const context = page.context();
    await add(page, 'Post the letter');
    await row(page, 'Post the letter').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(0);

    await context.setOffline(true);
    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    await add(page, 'Buy stamps tomorrow');
    await row(page, 'Buy stamps tomorrow').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(2);
    await page.close();
    await context.setOffline(false);

    const next = await openPage(context);
    await row(next, 'Buy stamps').getByText('Tomorrow').waitFor();
    await expect.poll(() => keptChanges(next)).toBe(0);
    await reload(next);
    await showDone(next);
    await group(next, 'Done').getByText('Post the letter').waitFor();
    await expect.poll(() => row(next, 'Buy stamps').count()).toBe(1);
    complaints.splice(0);
  });

  it('say so while the database can only be read, and go out once it takes them', async () => {
    const page = await someone();
    await add(page, 'Post the letter');
    await expect.poll(() => keptChanges(page)).toBe(0);
    const session = await (await page.request.get('/api/auth/get-session')).json();
    const writableAgain = await readOnlyFor(session.user.id);
    try {
      await add(page, 'Buy stamps');
      await page.getByText('Nothing can be saved').waitFor();
      await page.getByText('Zerodo can only be read just now.').waitFor({ state: 'attached' });
      await row(page, 'Buy stamps').waitFor();
      await row(page, 'Post the letter').waitFor();
    } finally {
      await writableAgain();
    }
    // Sent at once by the next tab; this one would wait for as long as it was told to.
    await reload(page);
    await expect.poll(() => keptChanges(page)).toBe(0);
    await page.getByText('Nothing can be saved').waitFor({ state: 'detached' });
    await expect.poll(() => row(page, 'Buy stamps').count()).toBe(1);
    complaints.splice(0);
  });

  it('are shown again when the page is opened without a connection', async () => {
    const page = await someone();
    const context = page.context();
    await add(page, 'Post the letter');
    await add(page, 'Pay the rent today');
    await row(page, 'Post the letter').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(0);
    await page.reload();
    await page.getByRole('link', { name: 'Today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByText('Pay the rent').waitFor();
    await page.goBack();
    await row(page, 'Post the letter').waitFor();
    await expect.poll(() => isKeptPage(page, '/inbox'), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => isKeptPage(page, '/offline'), { timeout: 60_000 }).toBe(true);

    await context.setOffline(true);
    await add(page, 'Buy stamps');
    await expect.poll(() => keptChanges(page)).toBe(1);
    await page.reload();
    await row(page, 'Buy stamps').waitFor();
    await page.getByText('1 change to send').waitFor();
    // What was read last is there as well.
    await page.getByRole('link', { name: 'Today' }).click();
    await row(page, 'Pay the rent').waitFor();
    await page.goto('/recurring');
    await page.getByRole('heading', { name: 'You are offline' }).waitFor();

    await context.setOffline(false);
    await page.goto('/inbox');
    await expect.poll(() => keptChanges(page)).toBe(0);
    await row(page, 'Buy stamps').waitFor();
    complaints.splice(0);
  });

  it('are sent for nobody else, and asked about before signing out', async () => {
    const context = await device();
    const ana = { email: newEmail(), password };
    await signUp(context, url, ana);
    const page = await openPage(context);
    await page.route('**/api/v1/tasks', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await add(page, 'Only for Ana');
    await row(page, 'Only for Ana').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(1);

    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const asks = page.getByRole('dialog', { name: 'Sign out and lose changes?' });
    await asks.getByText('1 change has not been sent').waitFor();
    await asks.getByRole('button', { name: 'Stay signed in' }).click();
    await asks.waitFor({ state: 'detached' });

    // Somebody else signs in beside it: the tab of the first does nothing in their name.
    await context.clearCookies();
    await signUp(context, url, { email: newEmail(), password });
    await page.unroute('**/api/v1/tasks');
    await page.getByRole('dialog', { name: 'Sign in again to go on' }).waitFor();
    const theirs = await openPage(context);
    await theirs.getByRole('heading', { name: 'The inbox is empty' }).waitFor();
    await page.close();
    await theirs.reload();
    await theirs.getByRole('heading', { name: 'The inbox is empty' }).waitFor();
    expect(await keptChanges(theirs)).toBe(1);

    await context.clearCookies();
    await signIn(context, url, ana);
    await theirs.goto('/inbox');
    await row(theirs, 'Only for Ana').waitFor();
    await expect.poll(() => keptChanges(theirs)).toBe(0);
    complaints.splice(0);
  });

  it('that were refused keep their text, also over a reload', async () => {
    const page = await someone();
    const context = page.context();
    await add(page, 'Plan the trip');
    await row(page, 'Plan the trip').waitFor();
    await expect.poll(() => keptChanges(page)).toBe(0);
    await context.route('**/api/v1/tasks/*', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill(problem(403, 'project-read-only', 'You may only read this project.'))
        : route.continue(),
    );
    await page.getByRole('button', { name: /^Plan the trip/ }).click();
    await page.getByRole('dialog', { name: 'Task' }).getByText('Created').waitFor();
    await context.setOffline(true);
    const field = page.getByRole('dialog', { name: 'Task' }).getByRole('textbox', { name: 'Title' });
    await field.fill('Plan the long trip');
    await field.press('Enter');
    await expect.poll(() => keptChanges(page)).toBe(1);
    await page.close();
    await context.setOffline(false);

    const next = await openPage(context);
    await group(next, 'Messages').getByText('You may only read this project.').waitFor();
    await reload(next);
    await next.getByRole('button', { name: '1 not saved: see' }).click();
    const refused = next.getByRole('dialog', { name: 'Not saved' });
    await refused.getByText('Plan the long trip').waitFor();
    await refused.getByRole('button', { name: 'Throw away' }).click();
    await refused.waitFor({ state: 'detached' });
    await expect.poll(() => keptChanges(next)).toBe(0);
    complaints.splice(0);
  });
});
