import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, dropAt, go, reload, row } from './browser.ts';
import { day, named } from './days.ts';
import { fill } from './fill.ts';
import { walks } from './walks.ts';

const region = (within: Page | Locator, name: string | RegExp) => within.getByRole('region', { name });

walks('calendar, board and upcoming', ({ someone }) => {
  it('moves a task to another day of the month by mouse and by keyboard, and back', async () => {
    // High enough that no week is near the edge, where a held task scrolls the page.
    const page = await someone('/calendar', { viewport: { width: 1280, height: 1400 } });
    await add(page, `Dentist ${day(0)}`);
    const cell = (date: string) => page.getByRole('listitem', { name: new RegExp(`^${named(date)}`) });
    const task = (date: string) => cell(date).getByRole('button', { name: /^Dentist/ });
    await task(day(0)).waitFor();
    // A day beside it that the same weeks have.
    const there = (await cell(day(1)).count()) > 0 ? 1 : -1;

    await task(day(0)).hover();
    await page.mouse.down();
    const box = (await cell(day(there)).boundingBox())!;
    await dropAt(page, box.x + box.width / 2, box.y + box.height / 2);
    await task(day(there)).waitFor();
    await page.getByText(/^Moved to/).waitFor();

    await task(day(there)).focus();
    await page.keyboard.press(there === 1 ? 'Alt+ArrowLeft' : 'Alt+ArrowRight');
    await task(day(0)).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Dentist');
    await page.keyboard.press('u');
    await task(day(there)).waitFor();
  });

  it('shows a week with its hours', async () => {
    const page = await someone('/calendar');
    await add(page, 'Stand-up today 23:30');
    await add(page, 'Groceries today');
    await page.getByRole('radio', { name: 'Week' }).click();
    const week = region(page, 'Week');
    await week.getByRole('button', { name: /23:30.*Stand-up/ }).waitFor();
    await week.getByRole('button', { name: /^Groceries/ }).waitFor();
    await reload(page);
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
    await dropAt(page, target.x + 40, target.y + 10);
    await region(page, 'Tomorrow').getByText('Wash the car').waitFor();

    await page.getByRole('button', { name: /^Wash the car/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await region(page, 'Today').getByText('Wash the car').waitFor();
  });

  it('has a board for a project, where a card takes the section that it is put in', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await go(page, `/project/${projectId}`);
    await page.getByRole('radio', { name: 'Board' }).click();
    const column = (name: string) => region(page, new RegExp(`^${name},`));
    const card = (name: string) => column(name).getByRole('button', { name: /^Draw the start page/ });
    await card('Design').waitFor();

    await card('Design').hover();
    await page.mouse.down();
    const box = (await column('Build').boundingBox())!;
    await dropAt(page, box.x + box.width / 2, box.y + 120);
    await card('Build').waitFor();
    await card('Build').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await card('Design').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Draw');

    await column('Build').getByRole('button', { name: 'Add a task to Build' }).click();
    await page.keyboard.type('Test it');
    await page.keyboard.press('Enter');
    await column('Build').getByText('Test it').waitFor();
    await reload(page);
    await page.getByRole('radio', { name: 'Priority' }).click();
    await column('None').getByText('Test it').waitFor();
  });

  it('fits a phone', async () => {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const page = await someone('/today', phone);
    const { projectId } = await fill(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await go(page, '/calendar');
    await page.getByRole('button', { name: new RegExp(`^${named(day(0))}`) }).tap();
    await row(page, 'Write the letter').waitFor();
    expect(await width()).toBe(360);
    await go(page, '/calendar?span=week');
    await region(page, 'Week').waitFor();
    expect(await width()).toBe(360);
    await go(page, `/project/${projectId}`);
    await page.getByRole('radio', { name: 'Board' }).click();
    await region(page, /^Design,/).waitFor();
    expect(await width()).toBe(360);
  });
});
