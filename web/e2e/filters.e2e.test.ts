import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checking } from './axe.ts';
import { add, asPeople, go, openPage, reload, row } from './browser.ts';
import { fill } from './fill.ts';
import { walks } from './walks.ts';

const main = (page: Page) => page.getByRole('main');
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** Opens the menu of a condition and chooses; of one that takes several it stays open. */
async function choose(page: Page, condition: string, ...choices: string[]): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${condition}: `) }).click(asPeople);
  const menu = page.getByRole('menu', { name: condition });
  for (const choice of choices) await menu.getByText(choice, { exact: true }).click();
  if (await menu.isVisible()) await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

walks('filters', ({ someone, complaints }) => {
  it('narrow a search down, each step in the address, and the way back takes each step back', async () => {
    const page = await someone('/today');
    await fill(page);
    await page.getByRole('link', { name: 'Search' }).first().click();
    await page.getByRole('heading', { name: 'Find any task' }).waitFor();

    await choose(page, 'Priority', 'High', 'Medium');
    await row(page, 'Pay rent').waitFor();
    await row(page, 'Book the train').waitFor();
    expect(new URL(page.url()).search).toBe('?status=open&priority=1&priority=2');
    await choose(page, 'Repeats', 'Does not repeat');
    await row(page, 'Pay rent').waitFor({ state: 'detached' });
    await page.getByRole('searchbox').fill('milk');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await row(page, 'Buy milk').waitFor();

    await page.goBack();
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.goBack();
    await row(page, 'Pay rent').waitFor();
    await reload(page);
    await row(page, 'Pay rent').waitFor();
    await page.getByRole('button', { name: 'Priority: High, Medium' }).waitFor();
  });

  it('are kept under a name, seen in another tab, changed, deleted and brought back', async () => {
    const page = await someone('/today');
    await fill(page);
    const other = await openPage(page.context(), '/inbox');
    await page.bringToFront();
    await go(page, '/search');
    await choose(page, 'Due', 'Overdue', 'Next 30 days');
    await row(page, 'Renew the library books').waitFor();

    await page.getByRole('button', { name: 'Save as filter' }).click();
    await dialog(page, 'New filter').getByRole('textbox', { name: 'Name' }).fill('The month');
    await dialog(page, 'New filter').getByRole('button', { name: 'Make the filter' }).click();
    await page.getByRole('heading', { level: 1, name: 'The month' }).waitFor();
    await main(page).getByText('Overdue, Next 30 days · Open').waitFor();
    await page.getByRole('region', { name: 'Overdue' }).getByText('Renew the library books').waitFor();
    await other.bringToFront();
    await link(other, 'The month').click();
    await row(other, 'Book the train').waitFor();
    await page.bringToFront();

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = dialog(page, 'Edit the filter');
    await edit.getByRole('textbox', { name: 'Name' }).fill('Trains');
    await edit.getByRole('radio', { name: 'Blue' }).check({ force: true });
    await edit.getByRole('textbox', { name: 'Words' }).fill('train');
    await edit.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('heading', { level: 1, name: 'Trains' }).waitFor();
    await row(other, 'Renew the library books').waitFor({ state: 'detached' });
    await row(other, 'Book the train').waitFor();

    await page.getByRole('button', { name: 'Actions for Trains' }).click(asPeople);
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('Filter deleted').waitFor();
    await other.getByRole('heading', { name: 'There is no such filter' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(other, 'Book the train').waitFor();
    await link(page, 'Trains').waitFor();
  });

  it('give what is written in them what they ask for, and have names that differ', async () => {
    const page = await someone('/today');
    await fill(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('new filter');
    await page.getByRole('option', { name: 'New filter', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    const make = dialog(page, 'New filter');
    await make.getByRole('textbox', { name: 'Name' }).fill('Writing');
    await choose(page, 'Label', 'writing');
    await page.keyboard.press('Tab');
    await make.getByRole('button', { name: 'Make the filter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Writing' }).waitFor();
    await row(page, 'Write the letter').waitFor();
    await add(page, 'Buy paper');
    await row(page, 'Buy paper').getByText('writing').waitFor();

    await page.getByRole('button', { name: 'New filter' }).click();
    await make.getByRole('textbox', { name: 'Name' }).fill('writing');
    await make.getByRole('button', { name: 'Make the filter' }).click();
    await make.getByRole('alert').getByText('You have a filter “Writing” already').waitFor();
    // The browser itself says so on its console.
    await expect.poll(() => complaints.splice(0).join()).toContain('409');
    await make.getByRole('textbox', { name: 'Name' }).fill('All that is open');
    await make.getByRole('button', { name: 'Make the filter' }).click();
    await page.getByRole('heading', { level: 1, name: 'All that is open' }).waitFor();
    await row(page, 'Buy milk').waitFor();

    await page.getByRole('button', { name: 'Actions for All that is open' }).click(asPeople);
    await page.getByRole('menuitem', { name: 'Move up' }).click();
    const names = () => page.getByRole('group', { name: 'Filters' }).getByRole('link').allInnerTexts();
    await expect.poll(names).toEqual(['All that is open', 'Writing']);
  });

  it('have nothing that axe objects to, in light and in dark', async () => {
    const page = await someone('/today');
    const { check, nothingFound } = checking(page);
    await fill(page);
    await go(page, '/search?status=open&priority=1&priority=2');
    await row(page, 'Pay rent').waitFor();
    await check('search');
    await page.getByRole('button', { name: /^Due: / }).click();
    await page.getByRole('menu', { name: 'Due' }).waitFor();
    await check('menu');
    nothingFound();
  });
});
