import { startZerodo } from '@zerodo/testing/zerodo';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  add,
  arrive,
  type Complaints,
  hasBrowser,
  openBrowser,
  openContext,
  openView,
  row,
} from './browser.ts';
import { violations } from './every-view.ts';
import { fill } from './fill.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!hasBrowser)('commands', () => {
  let zerodo: Awaited<ReturnType<typeof startZerodo>>;
  let browser: Browser;
  const complaints: Complaints = [];

  beforeAll(async () => {
    [zerodo, browser] = await Promise.all([startZerodo(), openBrowser()]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await zerodo?.stop();
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });

  const someone = async (view: string, options?: BrowserContextOptions): Promise<Page> =>
    arrive(await openContext(browser, zerodo.url, complaints, options), zerodo.url, view);

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

  it('make a project with sections, change it, put it away and take it back', async () => {
    const page = await someone('/today');
    await page.getByRole('button', { name: 'New project' }).click();
    const window = page.getByRole('dialog', { name: 'New project' });
    await window.getByLabel('Name').fill('House');
    await window.getByRole('radio', { name: 'Green' }).check();
    await window.getByRole('button', { name: 'Add a section' }).click();
    await page.keyboard.type('Kitchen');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Garden');
    expect(await violations(page, 'project window', 'everything')).toEqual([]);
    await window.getByRole('button', { name: 'Make the project' }).click();
    await expect.poll(() => heading(page)).toBe('House');
    await page.getByRole('region', { name: 'Garden' }).waitFor();
    await add(page, 'Fix the tap #House /Kitchen');
    await page.getByRole('region', { name: 'Kitchen' }).getByText('Fix the tap').waitFor();

    const choose = async (name: string) => {
      await page.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await choose('Edit');
    const edit = page.getByRole('dialog', { name: 'Project' });
    await edit.getByLabel('Name').fill('Our house');
    await edit.getByLabel('Section 1').fill('Cooking');
    await edit.getByRole('button', { name: 'Move Garden up' }).click();
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => heading(page)).toBe('Our house');
    await page.getByRole('region', { name: 'Cooking' }).getByText('Fix the tap').waitFor();

    await choose('Archive');
    await page.getByRole('button', { name: 'Archived projects' }).click();
    const archive = page.getByRole('dialog', { name: 'Archived projects' });
    await archive.getByText('Our house').waitFor();
    await archive.getByRole('button', { name: 'Take out of the archive' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Our house/ }).waitFor();

    await choose('Delete');
    await expect.poll(() => heading(page)).toBe('Today');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: /^Our house/ }).waitFor();
  });

  it('share a project by a link that somebody else follows', async () => {
    const owner = await someone('/today');
    const { projectId } = await fill(owner);
    await openView(owner, `/project/${projectId}`);
    await owner.getByRole('button', { name: 'Share' }).click();
    const window = owner.getByRole('dialog', { name: 'Share Website' });
    await window.getByLabel('E-mail').fill('jo@example.test');
    await window.getByRole('button', { name: 'Invite' }).click();
    const link = await window.getByLabel('Link of the invitation').inputValue();
    await window.getByText('Invited · Can edit').waitFor();
    expect(await violations(owner, 'members', 'everything')).toEqual([]);

    const other = await someone('/today');
    await other.goto(link.replace(zerodo.url, ''));
    await other.getByRole('list', { name: 'Invitations' }).getByRole('button', { name: 'Join' }).click();
    await expect.poll(() => heading(other)).toBe('Website');
    await row(other, 'Draw the start page').waitFor();
    await other.getByRole('button', { name: '2 members' }).waitFor();
  });

  it('rename, colour and delete a label everywhere', async () => {
    const page = await someone('/inbox');
    await add(page, 'Post the parcel @errand');
    await row(page, 'Post the parcel').getByText('errand').waitFor();
    await page.getByRole('link', { name: /^errand/ }).click();
    await page.getByRole('button', { name: 'Edit the label' }).click();
    const window = page.getByRole('dialog', { name: 'Label' });
    await window.getByLabel('Name').fill('town');
    await window.getByRole('radio', { name: 'Purple' }).check();
    await window.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => heading(page)).toBe('town');
    await row(page, 'Post the parcel').waitFor();

    await page.getByRole('button', { name: 'Edit the label' }).click();
    await window.getByRole('button', { name: 'Delete' }).click();
    await window.getByRole('button', { name: 'Yes, delete it' }).click();
    await expect.poll(() => heading(page)).toBe('Today');
    await page.getByRole('link', { name: /^town/ }).waitFor({ state: 'detached' });
  });

  it('complete names as they are written, and make many tasks of many lines', async () => {
    const page = await someone('/inbox');
    await fill(page);
    await page.reload();
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
    expect(await violations(page, 'suggestions', 'everything')).toEqual([]);
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

  it('pick a day in words or from a month', async () => {
    const page = await someone('/inbox');
    await add(page, 'Call Ana');
    await page.getByRole('button', { name: /^Call Ana/ }).click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('button', { name: 'Pick a day' }).click();
    const picker = page.getByRole('dialog', { name: 'Pick a day' });
    await picker.getByRole('textbox', { name: 'Day in words' }).fill('tomorrow 16:00');
    await picker.getByRole('button', { name: /at 16:00$/ }).waitFor();
    expect(await violations(page, 'day picker', 'everything')).toEqual([]);
    await page.keyboard.press('Enter');
    await row(page, 'Call Ana').getByText('Tomorrow 16:00').waitFor();

    await panel.getByRole('button', { name: 'Pick a day' }).click();
    await picker.getByRole('button', { pressed: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await row(page, 'Call Ana').getByText('Today 16:00').waitFor();
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

  it('stay quick in a project with two thousand tasks', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await page.evaluate(async (project) => {
      const csv = `title,project\n${Array.from({ length: 2000 }, (_, index) => `Task ${index},Large`).join('\n')}\n`;
      const answer = await fetch('/api/v1/import?format=csv', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: csv,
      });
      if (!answer.ok) throw new Error(`${project} ${answer.status} ${await answer.text()}`);
    }, projectId);
    await page.reload();
    await page.getByRole('link', { name: /^Large/ }).click();
    const rows = page.locator('[data-task]');
    await rows.first().waitFor();
    await expect
      .poll(
        async () => {
          await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
          return page.getByText('Task 1999', { exact: true }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await rows.count()).toBeLessThan(120);

    const took = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const box = [...document.querySelectorAll<HTMLElement>('[data-task]')]
            .find((row) => row.getBoundingClientRect().top > 200)
            ?.querySelector<HTMLElement>('[role="checkbox"]');
          const from = performance.now();
          box?.click();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
        }),
    );
    expect(took).toBeLessThan(250);
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  });
});
