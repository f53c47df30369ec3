import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, arrive, asPeople, go, openView, reload, row, visit } from './browser.ts';
import { viewsOf } from './every-view.ts';
import { fill } from './fill.ts';
import { firstLoadOf } from './first-load.ts';
import { walks } from './walks.ts';

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

walks('the views', ({ url, device, someone }) => {
  it('today takes what is written there, and what is overdue in one press, with a way back', async () => {
    const page = await someone('/today');
    await fill(page);
    await group(page, 'Overdue').getByText('Renew the library books').waitFor();

    await add(page, 'Feed the cat');
    await group(page, 'Today').getByText('Feed the cat').waitFor();
    await add(page, 'Call Ana tomorrow 16:00');
    await page.getByText('Added to Tomorrow 16:00').waitFor();
    expect(await row(page, 'Call Ana').count()).toBe(0);

    await page.getByRole('button', { name: 'Move all to today' }).click();
    await group(page, 'Today').getByText('Renew the library books').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await group(page, 'Overdue').getByText('Renew the library books').waitFor();
  });

  it('a project, a heading of it and a label give what is written there', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await page.getByRole('link', { name: /^Website/ }).click();
    await group(page, 'Design').getByText('Draw the start page').waitFor();
    await add(page, 'Ask Jo');
    await row(page, 'Ask Jo').waitFor();
    await group(page, 'Build').hover();
    await group(page, 'Build').getByRole('button', { name: 'Add a task to Build' }).click();
    await page.keyboard.type('Set up the server');
    await page.getByRole('list', { name: 'Understood' }).getByText('Build').waitFor();
    await page.keyboard.press('Enter');
    await group(page, 'Build').getByText('Set up the server').waitFor();

    await page.getByRole('link', { name: /^writing/ }).click();
    await row(page, 'Write the letter').waitFor();
    await add(page, 'Buy paper');
    await row(page, 'Buy paper').getByText('writing').waitFor();

    await openView(page, `/project/${projectId}`);
    await group(page, 'Build').getByText('Set up the server').waitFor();
    await page.goBack();
    await row(page, 'Buy paper').waitFor();
  });

  it('are reached by keys, and search finds as it is typed', async () => {
    const page = await someone('/today');
    await fill(page);
    for (const [keys, name] of [
      ['gu', 'Upcoming'],
      ['gi', 'Inbox'],
      ['gc', 'Completed'],
      ['gr', 'Recurring'],
      ['gt', 'Today'],
    ] as const) {
      await page.keyboard.type(keys);
      await expect.poll(() => heading(page)).toBe(name);
    }

    await page.keyboard.press('/');
    await page.getByRole('searchbox', { name: 'Search tasks' }).waitFor();
    await page.keyboard.type('train');
    await row(page, 'Book the train').waitFor();
    await reload(page);
    await row(page, 'Book the train').waitFor();
    await page.getByRole('searchbox', { name: 'Search tasks' }).fill('no such thing');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
    await page
      .getByRole('dialog', { name: 'Add a task' })
      .getByRole('textbox', { name: 'New task' })
      .waitFor();
  });

  it('change many tasks at once by keys, and take it back at once', async () => {
    const page = await someone('/inbox');
    for (const title of ['One', 'Two', 'Three']) await add(page, title);
    await row(page, 'Three').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('d');
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).press('Enter');
    await expect.poll(() => page.getByRole('main').getByText('Tomorrow').count()).toBe(2);
    await page.keyboard.press('u');
    await expect.poll(() => page.getByRole('main').getByText('Tomorrow').count()).toBe(0);

    await page.getByRole('button', { name: /^Three/ }).click({ modifiers: ['Shift'] });
    await page
      .getByRole('region', { name: 'Selected tasks' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await row(page, 'Three').waitFor({ state: 'detached' });
  });

  it('recurring pauses a series, goes on and deletes it', async () => {
    const page = await someone('/recurring');
    await add(page, 'Water the plants every 3 days at 9am');
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Water the plants' });
    await line.getByText('Every 3 days at 09:00').waitFor();
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'Actions for Water the plants' }).click(asPeople);
      await page.getByRole('menuitem', { name }).click();
    };

    await choose('Pause');
    await line.getByText('Paused').waitFor();
    await choose('Resume');
    await line.getByText('Paused').waitFor({ state: 'detached' });
    await line.getByText(/Next/).waitFor();
    await choose('Delete');
    await page
      .getByRole('dialog', { name: 'Delete this series?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByRole('heading', { name: 'Nothing repeats yet' }).waitFor();
  });

  it('asks about the following occurrences only in passing', async () => {
    const page = await someone('/inbox');
    await add(page, 'Water the plants every day at 9am');
    await row(page, 'Water the plants').getByText('Water the plants').click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByText('High').click();
    await page.getByRole('button', { name: 'Apply to all following' }).click();
    await page.getByText('Applies to all following').waitFor();

    await panel.getByRole('button', { name: 'Skip this one' }).click();
    await page.getByText('Skipped').first().waitFor();
  });

  it('speaks the language of the browser', async () => {
    const context = await device({ locale: 'de-DE' });
    const outside = await context.newPage();
    await visit(outside, '/sign-up');
    await outside.getByLabel('Name').fill('Ana');
    await outside.getByLabel('E-Mail').fill(`deutsch-${Date.now()}@zerodo.test`);
    await outside.getByLabel('Passwort').fill('ten chars or more');
    await outside.getByRole('button', { name: 'Konto anlegen' }).click();
    await outside.getByRole('checkbox', { name: 'Hak mich ab: Morgen komme ich wieder erledigen' }).waitFor();
    expect(await outside.evaluate(() => document.documentElement.lang)).toBe('de-DE');

    await outside.getByRole('textbox', { name: 'Neue Aufgabe' }).fill('Brot backen morgen um 9');
    await outside.keyboard.press('Enter');
    await outside.getByText('Hinzugefügt: Morgen 09:00').waitFor();
    await visit(outside, '/recurring');
    await outside.getByText(/^Jeden Tag/).waitFor();
  });

  it('fit a phone', async () => {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const page = await someone('/today', phone);
    for (const [path, shows] of viewsOf(await fill(page), true)) {
      await go(page, path);
      await page.getByRole('main').getByText(shows).first().waitFor();
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    }
    await page.getByRole('button', { name: 'More' }).tap();
    await page
      .getByRole('dialog', { name: 'Menu' })
      .getByRole('link', { name: /^Website/ })
      .tap();
    await row(page, 'Draw the start page').waitFor();
  });

  it('load less than 200 kB of script for today', async () => {
    const context = await device();
    await arrive(context, url, '/today');
    const bytes = await firstLoadOf(context, url, '/today');
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(200_000);
  });
});
