import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, go, openPage, row, signIn, signUp, visit } from './browser.ts';
import { fill } from './fill.ts';
import { openTask } from './panel.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

walks('several tabs, devices and people', ({ url, complaints, device, someone }) => {
  it('one device signs another one out, which then asks to sign in', async () => {
    const here = await device();
    const who = { email: newEmail(), password };
    await signUp(here, url, who);
    const there = await device({ userAgent: phone });
    await signIn(there, url, who);
    const other = await openPage(there);

    const page = await here.newPage();
    await visit(page, '/settings/profile');
    const devices = page.getByRole('list', { name: 'Devices' });
    await expect.poll(() => devices.getByRole('listitem').count()).toBe(2);
    await devices.getByText('This one').waitFor();
    await devices.getByRole('button', { name: 'Sign out Firefox on Android' }).click();
    await page.getByText('Firefox on Android is signed out').waitFor();
    await expect.poll(() => devices.getByRole('listitem').count()).toBe(1);

    await other.reload();
    await other.waitForURL('**/sign-in*');
    await visit(page, '/settings/profile');
    await devices.getByText('This one').waitFor();
    complaints.splice(0);
  });

  it('two tabs write into one task at once, and neither text is lost', async () => {
    const page = await someone();
    await add(page, 'Plan the trip');
    await row(page, 'Plan the trip').waitFor();
    const first = await openTask(page, 'Plan the trip');
    const tab = await openPage(page.context());
    const second = await openTask(tab, 'Plan the trip');
    const title = (panel: Locator) => panel.getByRole('textbox', { name: 'Title' });
    const notes = (panel: Locator) => panel.getByRole('textbox', { name: 'Notes' });

    // Neither has been left when the other one is written into.
    await title(first).fill('Plan the long trip');
    await title(second).fill('Plan the short trip');
    await title(first).press('Enter');
    const asked = second.getByRole('status').filter({ hasText: 'Plan the long trip' });
    await asked.waitFor();
    expect(await title(second).inputValue()).toBe('Plan the short trip');
    await asked.getByRole('button', { name: 'Use mine' }).click();
    await expect.poll(() => title(first).inputValue()).toBe('Plan the short trip');

    await notes(first).fill('By train');
    await notes(second).fill('By bus');
    await title(first).focus();
    const theirs = second.getByRole('status').filter({ hasText: 'By train' });
    await theirs.waitFor();
    expect(await notes(second).inputValue()).toBe('By bus');
    await theirs.getByRole('button', { name: 'Keep that' }).click();
    await second.getByText('By train').first().waitFor();

    // What went over the other one is in the history.
    await first
      .getByText(/^Changed title/)
      .first()
      .waitFor();
  });

  it('a notification that comes is spoken at once', async () => {
    const page = await someone();
    await page.evaluate(async () => {
      const soon = new Date(Date.now() + 2000);
      const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const reminders = [{ type: 'at', local, timezone }];
      await fetch('/api/v1/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Take the bread out', timezone, reminders }),
      });
    });
    const spoken = page.getByRole('alert').filter({ hasText: 'Take the bread out' });
    await spoken.waitFor({ state: 'attached' });
    expect(await spoken.innerText()).toContain('Reminder');
  });

  it('quick add offers who is in a shared project, and gives the task to them', async () => {
    const owner = await someone('/today');
    const { projectId } = await fill(owner);
    await go(owner, `/project/${projectId}`);
    const join = await invitation(owner);
    const theirs = await device();
    await signUp(theirs, url, { email: newEmail(), password, name: 'Joanna' });
    const other = await openPage(theirs, '/today');
    await visit(other, join.replace(url, ''));
    await other.getByRole('list', { name: 'Invitations' }).getByRole('button', { name: 'Join' }).click();
    await row(other, 'Draw the start page').waitFor();

    const field = owner.getByRole('textbox', { name: 'New task' });
    await field.pressSequentially('Write the words +jo');
    const offers = owner.getByRole('listbox', { name: 'Who does it' });
    await offers.getByRole('option', { name: /Joanna/ }).waitFor();
    await owner.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('Write the words +Joanna ');
    await owner.keyboard.press('Enter');
    await row(owner, 'Write the words').waitFor();
    const panel = await openTask(other, 'Write the words');
    await expect
      .poll(() => panel.getByRole('combobox', { name: 'Who does it' }).locator('option:checked').innerText())
      .toContain('Joanna');
  });
});

/** Invites somebody into the project of the page. @returns where they join */
async function invitation(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const window = page.getByRole('dialog', { name: /^Share / });
  await window.getByLabel('E-mail').fill('jo@example.test');
  await window.getByRole('button', { name: 'Invite' }).click();
  const link = await window.getByLabel('Link of the invitation').inputValue();
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
  return link;
}
