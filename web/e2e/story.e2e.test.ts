import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, arrive, openPage, openView, reload, row, showDone, signIn, signUp, visit } from './browser.ts';
import { newEmail, password } from './people.ts';
import { walksLoadingAhead } from './walks.ts';

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

walksLoadingAhead('the page', ({ url, complaints, device, someone }) => {
  it('takes somebody from signing up to the next occurrence, and back', async () => {
    const page = await (await device()).newPage();
    await visit(page, '/');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('E-mail').fill(`story-${Date.now()}@zerodo.test`);
    await page.getByLabel('Password').fill('ten chars or more');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'I know, remove them' }).click();
    await page.getByRole('heading', { name: 'Nothing to do yet' }).waitFor();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('heading', { name: 'The inbox is empty' }).waitFor();
    await showDone(page);

    await page
      .getByRole('textbox', { name: 'New task' })
      .pressSequentially('Water the plants every 3 days at 9am');
    const chips = page.getByRole('list', { name: 'Understood' }).getByRole('listitem');
    await chips.filter({ hasText: /every 3 days/i }).waitFor();
    await chips.filter({ hasText: /09:00/ }).first().waitFor();
    await page.keyboard.press('Enter');

    const open = page.getByRole('checkbox', { name: 'Complete Water the plants' });
    const done = group(page, 'Done').getByRole('listitem').filter({ hasText: 'Water the plants' });
    const firstDue = page.getByRole('listitem').filter({ has: open }).getByRole('time');
    await firstDue.waitFor();
    const first = await firstDue.getAttribute('datetime');
    await open.click();

    await done.waitFor();
    await open.waitFor();
    const next = await firstDue.getAttribute('datetime');
    expect(daysFrom(first!, next!)).toBe(3);
    expect(next).toMatch(/T09:00$/);

    await page.getByRole('button', { name: 'Undo' }).click();
    await done.waitFor({ state: 'detached' });
    await expect.poll(() => firstDue.getAttribute('datetime')).toBe(first);
    expect(await open.count()).toBe(1);
  });

  it('reads words as words when told so', async () => {
    const page = await someone();
    await page.getByRole('textbox', { name: 'New task' }).pressSequentially('Watch Every Day tomorrow');
    await page.getByRole('button', { name: 'Every day: keep as words' }).click();
    await page.getByRole('button', { name: 'Every day: keep as words' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Tomorrow: keep as words' }).waitFor();
    await page.keyboard.press('Enter');

    await row(page, 'Watch Every Day').waitFor();
    expect(
      await row(page, 'Watch Every Day')
        .getByLabel(/repeats/)
        .count(),
    ).toBe(0);
  });

  it('brings a reminder that falls due into the inbox', async () => {
    const page = await someone();
    await page.evaluate(async () => {
      const soon = new Date(Date.now() + 2000);
      const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      await fetch('/api/v1/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          title: 'Take the bread out',
          timezone,
          reminders: [{ type: 'at', local, timezone }],
        }),
      });
    });

    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await page
      .getByRole('dialog', { name: 'Notifications' })
      .getByRole('button', { name: /Take the bread out/ })
      .click();

    await page
      .getByRole('dialog', { name: 'Task' })
      .getByText(/^Sent /)
      .waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  });

  it('takes a deletion back', async () => {
    const page = await someone();
    await add(page, 'Call Ana tomorrow 16:00');
    await row(page, 'Call Ana').getByText('Call Ana').click();
    await page.getByRole('button', { name: 'Delete task' }).click();
    await row(page, 'Call Ana').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Undo' }).click();

    await row(page, 'Call Ana').waitFor();
    await reload(page);
    await row(page, 'Call Ana').waitFor();
  });

  it('shows in a second tab what happens in the first', async () => {
    const context = await device();
    const first = await arrive(context, url);
    await showDone(first);
    const second = await context.newPage();
    await openView(second);

    await add(first, 'Call Ana tomorrow 16:00');
    await row(second, 'Call Ana').waitFor();

    await second.getByRole('checkbox', { name: 'Complete Call Ana' }).click();
    await group(first, 'Done').getByText('Call Ana').waitFor();

    // The tab that held the stream goes; the other one takes it over.
    await first.close();
    await second.evaluate(() =>
      fetch('/api/v1/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'From elsewhere' }),
      }),
    );
    await row(second, 'From elsewhere').waitFor();
  });

  it('shows on a second device what happens on the first', async () => {
    const who = { email: newEmail(), password };
    const [phone, laptop] = [await device(), await device()];
    await signUp(phone, url, who);
    await signIn(laptop, url, who);
    const [near, far] = [await openPage(phone, '/inbox'), await openPage(laptop, '/inbox')];

    await add(near, 'Call Ana');
    await row(far, 'Call Ana').waitFor();
    await far.getByRole('checkbox', { name: 'Complete Call Ana' }).click();
    await row(near, 'Call Ana').waitFor({ state: 'detached' });
  });

  it('takes back what was refused and says why', async () => {
    const context = await device();
    const page = await arrive(context, url);
    await add(page, 'Gone tomorrow');
    await row(page, 'Gone').waitFor();
    await page.route('**/complete', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'task-already-completed', detail: 'This task is completed already.' }),
      }),
    );

    await page.getByRole('checkbox', { name: 'Complete Gone' }).click();

    await group(page, 'Messages').getByText('This task is completed already.').waitFor();
    await row(page, 'Gone').waitFor();
    expect(complaints.splice(0).every((complaint) => complaint.includes('409'))).toBe(true);
  });

  it('keeps what is done offline and sends it later', async () => {
    const context = await device();
    const page = await arrive(context, url);
    await add(page, 'Post the letter tomorrow');
    await row(page, 'Post the letter').waitFor();
    await showDone(page);
    // Before it is read there is nothing that the change could be laid over.
    await group(page, 'Done').getByText('Nothing is done yet').waitFor();

    await context.setOffline(true);
    await page.getByRole('checkbox', { name: 'Complete Post the letter' }).click();
    await group(page, 'Done').getByText('Post the letter').waitFor();
    await page.getByText('1 change to send').waitFor();
    await context.setOffline(false);

    await page.getByText('Up to date').waitFor();
    await reload(page);
    await showDone(page);
    await group(page, 'Done').getByText('Post the letter').waitFor();
    // The browser itself complains that the stream broke.
    complaints.splice(0);
  });

  it('can be used with the keyboard alone', async () => {
    const page = await someone();
    const keys = page.keyboard;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

    await keys.press('q');
    await keys.type('First tomorrow 9am');
    await keys.press('Enter');
    await keys.type('Second tomorrow 10am');
    await keys.press('Enter');
    await row(page, 'Second').waitFor();
    await keys.press('Escape');
    await showDone(page);
    await keys.press('Escape');

    await keys.press('j');
    await expect.poll(focused).toContain('First');
    await keys.press('ArrowDown');
    await expect.poll(focused).toContain('Second');
    await keys.press('k');
    await keys.press('e');
    await group(page, 'Done').getByText('First').waitFor();
    await expect.poll(focused).toContain('Second');
    await keys.press('u');
    await row(page, 'First').waitFor();

    await keys.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('textbox', { name: 'Title' }).waitFor();
    await keys.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(focused).toContain('Second');

    await keys.press('Space');
    await group(page, 'Done').getByText('Second').waitFor();
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  it('keeps what is written in the panel, with its history', async () => {
    const page = await someone();
    await add(page, 'Plan the trip tomorrow');
    await page.getByRole('button', { name: /^Plan the trip/ }).click();
    const panel = page.getByRole('dialog', { name: 'Task' });

    await panel.getByRole('textbox', { name: 'Title' }).fill('Plan the long trip');
    await panel.getByRole('textbox', { name: 'Title' }).press('Enter');
    await panel.getByRole('combobox', { name: 'Repeat' }).selectOption('FREQ=DAILY');
    await panel.getByText('Then').waitFor();
    await expect
      .poll(() => panel.getByRole('region', { name: 'Repeat' }).getByRole('listitem').count())
      .toBe(5);
    await panel.getByRole('textbox', { name: 'Notes' }).fill('By train');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Escape');
    await saved;
    await reload(page);

    await page.getByRole('button', { name: /^Plan the long trip/ }).click();
    await panel.getByText('By train').waitFor();
    const history = panel.getByRole('region', { name: 'History' }).getByRole('listitem');
    await expect.poll(() => history.allInnerTexts()).toHaveLength(4);
    expect((await history.last().innerText()).split('\n')[0]).toContain('Created');
  });

  it('fits a phone, with a title of 500 characters', async () => {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const page = await someone('/inbox', phone);
    await add(page, 'x'.repeat(500));
    await row(page, 'xxx').waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(360);

    await page.getByRole('button', { name: /^xxx/ }).tap();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('textbox', { name: 'Title' }).waitFor();
    expect(await panel.evaluate((element) => [element.clientWidth, element.scrollWidth])).toEqual([360, 360]);
    await panel.getByRole('button', { name: 'Close' }).tap();
    await panel.waitFor({ state: 'detached' });
  });
});

const daysFrom = (one: string, other: string): number =>
  Math.round((Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / 86_400_000);
