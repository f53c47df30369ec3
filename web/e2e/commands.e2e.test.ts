import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { reload, row } from './browser.ts';
import { violations } from './every-view.ts';
import { fill } from './fill.ts';
import { walks } from './walks.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

walks('commands', ({ someone }) => {
  it('of the palette go everywhere, find tasks and change the one that had the focus', async () => {
    const page = await someone('/today');
    await fill(page);
    await page.getByText('Write the letter').waitFor();
    const keys = page.keyboard;
    const field = page.getByRole('combobox', { name: 'Go to, find or do anything' });
    const run = async (words: string, option: RegExp) => {
      await keys.press('Control+k');
      await field.fill(words);
      await page.getByRole('option', { name: option, selected: true }).waitFor();
      await keys.press('Enter');
      await field.waitFor({ state: 'detached' });
    };

    await run('upc', /^Upcoming/);
    await expect.poll(() => heading(page)).toBe('Upcoming');
    await run('webs', /^Website/);
    await expect.poll(() => heading(page)).toBe('Website');
    await run('train', /^Book the train/);
    await page.getByRole('dialog', { name: 'Task' }).waitFor();
    await keys.press('Escape');

    await run('inb', /^Inbox/);
    await row(page, 'Buy milk').waitFor();
    await page.getByRole('button', { name: /^Buy milk/ }).focus();
    await keys.press('Control+k');
    await page.getByRole('group', { name: 'Buy milk' }).waitFor();
    expect(await violations(page, 'palette', 'everything')).toEqual([]);
    await keys.press('Escape');
    await page.getByRole('button', { name: /^Buy milk/ }).focus();
    await run('tomorrow', /^Move to: Tomorrow/);
    await row(page, 'Buy milk').getByText('Tomorrow').waitFor();
    await run('call the plumber', /^Add the task/);
    await page.getByRole('textbox', { name: 'New task' }).press('Enter');
    await row(page, 'call the plumber').waitFor();
  });

  it('complete names as they are written, and make many tasks of many lines', async () => {
    const page = await someone('/inbox');
    await fill(page);
    await reload(page);
    const field = page.getByRole('textbox', { name: 'New task' });
    await field.pressSequentially('Check the links #web');
    await page
      .getByRole('listbox', { name: 'Projects' })
      .getByRole('option', { name: /Website/ })
      .waitFor();
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Check the links #Website ');
    await page.keyboard.type('/bu');
    await page.getByRole('listbox', { name: 'Sections' }).getByRole('option', { name: /Build/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('Check the links #Website /Build ');
    await page.keyboard.press('Enter');
    await page.getByText('Added to Website').waitFor();

    await field.focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '- Milk\n- Bread tomorrow\n- [ ] Eggs\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByRole('alertdialog', { name: 'Make 3 tasks?' }).waitFor();
    await page.getByRole('button', { name: 'Make 3 tasks' }).click();
    await page.getByText('3 tasks added').waitFor();
    await row(page, 'Bread').getByText('Tomorrow').waitFor();
    await row(page, 'Eggs').waitFor();
  });

  it('read notifications, put one off, and say when all are read', async () => {
    const page = await someone('/inbox');
    await page.evaluate(async () => {
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const local = new Date(Date.now() + 1500 - new Date().getTimezoneOffset() * 60_000)
        .toISOString()
        .slice(0, 19);
      for (const title of ['Bread', 'Cake']) {
        await fetch('/api/v1/tasks', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ title, timezone, reminders: [{ type: 'at', local, timezone }] }),
        });
      }
    });
    await page.getByRole('button', { name: 'Notifications, 2 unread' }).click();
    await page.getByRole('link', { name: 'See all' }).click();
    const list = page.getByRole('list', { name: 'Notifications' });
    await list.getByRole('button', { name: 'Remind me of Bread again' }).click();
    await page.getByRole('menuitem', { name: '1 hour' }).click();
    await page.getByText('You will be reminded again: 1 hour').waitFor();
    expect(await violations(page, 'notifications', 'everything')).toEqual([]);

    await page.getByRole('radio', { name: 'Unread' }).click();
    await list.getByRole('button', { name: 'Mark Cake as read' }).click();
    await list.getByText('Cake').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'All' }).click();
    await list.getByText('Cake').waitFor();
  });
});
