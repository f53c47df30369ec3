import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { add, arrive } from './browser.ts';

type Extent = 'everything' | 'colours';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, short enough to be read in a failure. */
async function violations(page: Page, view: string, extent: Extent): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (extent === 'colours'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(levels)
  ).analyze();
  return found.map(
    ({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** Walks through everything that the page can show and answers with what axe objects to. */
export async function objectionsToEveryView(
  context: BrowserContext,
  url: string,
  extent: Extent,
): Promise<string[]> {
  const found: string[] = [];
  const outside = await context.newPage();
  for (const path of ['/sign-in', '/sign-up']) {
    await outside.goto(path);
    found.push(...(await violations(outside, path, extent)));
  }
  await outside.close();

  const page = await arrive(context, url);
  const check = async (view: string) => found.push(...(await violations(page, view, extent)));
  await page.getByRole('heading', { name: 'Nothing to do yet' }).waitFor();
  await check('empty list');

  await add(page, 'Pay rent every month on the 1st p1 @home');
  await add(page, 'Buy milk');
  await page.getByRole('checkbox', { name: 'Complete Buy milk' }).click();
  await page.getByRole('region', { name: 'Done' }).waitFor();
  const field = page.getByRole('textbox', { name: 'New task' });
  await field.pressSequentially('Call Ana tomorrow 16:00 p2 @work');
  await page.getByRole('list', { name: 'Understood' }).waitFor();
  await check('list, chips and message');

  await page.getByRole('button', { name: /^Pay rent/ }).click();
  const panel = page.getByRole('dialog', { name: 'Task' });
  await panel.getByText('Created').waitFor();
  await check('panel');
  await panel.getByRole('button', { name: 'Delete task' }).click();
  await page.getByRole('dialog', { name: 'Delete this task?' }).waitFor();
  await check('question before deleting');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Notifications' }).click();
  const inbox = page.getByRole('dialog', { name: 'Notifications' });
  await inbox.waitFor();
  await check('inbox');
  await page.keyboard.press('Escape');
  await inbox.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menu').waitFor();
  await check('account menu');
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await check('keyboard shortcuts');
  return found;
}
