import { startZerodo } from '@zerodo/testing/zerodo';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
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

const region = (within: Page | Locator, name: string | RegExp) => within.getByRole('region', { name });

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!hasBrowser)('planning', () => {
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
  const open = async (page: Page, title: string): Promise<Locator> => {
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .first()
      .click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('textbox', { name: 'Title' }).waitFor();
    return panel;
  };
  /** The date that is so many days from today, where the browser is. */
  const day = (distance: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
      Date.now() + distance * 86_400_000,
    );
  /** As the page of this browser names a day. */
  const named = (date: string): string =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }).format(new Date(`${date}T00:00:00Z`));

  it('divides a task into parts, one line after the other', async () => {
    const page = await someone('/inbox');
    await add(page, 'Move house');
    const panel = await open(page, 'Move house');
    const parts = region(panel, 'Subtasks');
    await parts.getByRole('textbox', { name: 'Add a subtask' }).click();
    for (const line of ['Pack the books', 'Rent a van tomorrow 10:00', 'Tell the post']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    await parts.getByText('Tomorrow 10:00').waitFor();
    await parts.getByText('0 of 3').waitFor();
    await parts.getByRole('checkbox', { name: 'Complete Pack the books' }).click();
    await parts.getByText('1 of 3').waitFor();

    await parts.getByRole('button', { name: /^Tell the post/ }).click();
    await panel.getByRole('button', { name: 'Part of Move house' }).click();
    await parts.getByText('1 of 3').waitFor();
    const titles = () => page.getByRole('main').locator('[data-task]').allInnerTexts();
    await expect.poll(async () => (await titles())[0]).toContain('Move house');
    expect((await titles()).slice(1).map((text) => text.split('\n')[0])).toEqual([
      'Rent a van',
      'Tell the post',
    ]);
  });

  it('shows notes as they are meant, and writes them at a press', async () => {
    const page = await someone('/inbox');
    await add(page, 'Read up');
    const panel = await open(page, 'Read up');
    await panel
      .getByRole('textbox', { name: 'Notes' })
      .fill('**Three** of\n\n- [x] [one](https://example.org)\n- <img src=x onerror=alert(1)>');
    await page.keyboard.press('Control+Enter');

    await panel.getByRole('strong').getByText('Three').waitFor();
    const link = panel.getByRole('link', { name: 'one' });
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer nofollow',
    ]);
    expect(await panel.locator('img').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Edit notes');
    expect(await violations(page, 'notes', 'everything')).toEqual([]);
    await page.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'Notes' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('strong').waitFor();
  });

  it('makes a rule part by part or in words, with the dates that follow', async () => {
    const page = await someone('/inbox');
    await add(page, 'Clean the windows tomorrow');
    const panel = await open(page, 'Clean the windows');
    const repeat = region(panel, 'Repeat');
    await repeat.getByRole('combobox', { name: 'Repeat' }).selectOption({ label: 'Another rule…' });
    const editor = panel.getByRole('form', { name: 'When it repeats' });
    await editor.getByRole('combobox', { name: 'Days, weeks, months or years' }).selectOption('monthly');
    await editor.getByRole('spinbutton', { name: 'How many' }).fill('2');
    await editor.getByRole('combobox', { name: 'Day of the month' }).selectOption('last');
    await editor.getByRole('combobox', { name: 'Weekday' }).selectOption('FR');
    await editor.getByText(/last Friday/i).waitFor();
    await expect.poll(() => editor.getByRole('listitem').count()).toBe(5);
    expect(await violations(page, 'rule', 'everything')).toEqual([]);

    await editor
      .getByRole('textbox', { name: 'The rule in words' })
      .fill('every 3 weeks on monday and thursday');
    await page.keyboard.press('Enter');
    await editor.getByRole('checkbox', { name: 'Thursday', checked: true }).waitFor();
    expect(await editor.getByRole('spinbutton', { name: 'How many' }).inputValue()).toBe('3');
    await editor.getByRole('combobox', { name: 'Ends' }).selectOption('after');
    await editor.getByRole('button', { name: 'Save the rule' }).click();

    await repeat.getByText(/every 3 weeks on Monday and Thursday/i).waitFor();
    await repeat.getByText('Then', { exact: true }).waitFor();
  });

  it('moves a task to another day of the month by mouse and by keyboard, and back', async () => {
    const page = await someone('/calendar');
    await add(page, `Dentist ${day(0)}`);
    const cell = (date: string) => page.getByRole('listitem', { name: new RegExp(`^${named(date)}`) });
    const task = (date: string) => cell(date).getByRole('button', { name: /^Dentist/ });
    await task(day(0)).waitFor();
    // A day beside it that the same weeks have.
    const there = (await cell(day(1)).count()) > 0 ? 1 : -1;

    await task(day(0)).hover();
    await page.mouse.down();
    const box = (await cell(day(there)).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await task(day(there)).waitFor();
    await page.getByText(/^Moved to/).waitFor();

    await task(day(there)).focus();
    await page.keyboard.press(there === 1 ? 'Alt+ArrowLeft' : 'Alt+ArrowRight');
    await task(day(0)).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Dentist');
    await page.keyboard.press('u');
    await task(day(there)).waitFor();
    expect(await violations(page, 'month', 'everything')).toEqual([]);
  });

  it('shows a week with its hours', async () => {
    const page = await someone('/calendar');
    await add(page, 'Stand-up today 23:30');
    await add(page, 'Groceries today');
    await page.getByRole('radio', { name: 'Week' }).click();
    const week = region(page, 'Week');
    await week.getByRole('button', { name: /23:30.*Stand-up/ }).waitFor();
    await week.getByRole('button', { name: /^Groceries/ }).waitFor();
    expect(await violations(page, 'week', 'everything')).toEqual([]);
    await page.reload();
    await week.getByRole('button', { name: /^Groceries/ }).waitFor();
    await page.getByRole('button', { name: 'Week after' }).click();
    await week.getByRole('button', { name: /^Groceries/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    await week.getByRole('button', { name: /^Groceries/ }).waitFor();
  });

  it('drags a row of upcoming to another day', async () => {
    const page = await someone('/upcoming');
    await add(page, 'Wash the car today');
    await region(page, 'Today').getByText('Wash the car').waitFor();
    const target = (await page.getByRole('heading', { name: 'Tomorrow' }).boundingBox())!;
    await row(page, 'Wash the car').getByText('Wash the car').hover();
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + 10, { steps: 8 });
    await page.mouse.up();
    await region(page, 'Tomorrow').getByText('Wash the car').waitFor();

    await page.getByRole('button', { name: /^Wash the car/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await region(page, 'Today').getByText('Wash the car').waitFor();
  });

  it('has a board for a project, where a card takes the section that it is put in', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await openView(page, `/project/${projectId}`);
    await page.getByRole('radio', { name: 'Board' }).click();
    const column = (name: string) => region(page, new RegExp(`^${name},`));
    const card = (name: string) => column(name).getByRole('button', { name: /^Draw the start page/ });
    await card('Design').waitFor();

    await card('Design').hover();
    await page.mouse.down();
    const box = (await column('Build').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 120, { steps: 8 });
    await page.mouse.up();
    await card('Build').waitFor();
    await card('Build').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await card('Design').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Draw');

    await column('Build').getByRole('button', { name: 'Add a task to Build' }).click();
    await page.keyboard.type('Test it');
    await page.keyboard.press('Enter');
    await column('Build').getByText('Test it').waitFor();
    expect(await violations(page, 'board', 'everything')).toEqual([]);
    await page.reload();
    await page.getByRole('radio', { name: 'Priority' }).click();
    await column('None').getByText('Test it').waitFor();
  });

  it('fits a phone', async () => {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const page = await someone('/today', phone);
    const { projectId } = await fill(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await openView(page, '/calendar');
    await page.getByRole('button', { name: new RegExp(`^${named(day(0))}`) }).tap();
    await row(page, 'Write the letter').waitFor();
    expect(await width()).toBe(360);
    await openView(page, '/calendar?span=week');
    await region(page, 'Week').waitFor();
    expect(await width()).toBe(360);
    await openView(page, `/project/${projectId}`);
    await page.getByRole('radio', { name: 'Board' }).click();
    await region(page, /^Design,/).waitFor();
    expect(await width()).toBe(360);
  });
});
