import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Filled } from './fill.ts';

type Extent = 'everything' | 'colours';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, short enough to be read in a failure. */
export async function violations(page: Page, view: string, extent: Extent): Promise<string[]> {
  await settled(page);
  // There are no frames, so it need not open a page of its own to put their results together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (extent === 'colours'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(levels)
  ).analyze();
  return found.map(
    ({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** What fades in or changes its colour is looked at when it has. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        // What is taken away while it moves is nothing to wait for.
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );

/** Every view with something in it; the last text is there once it has been read. A phone's month has marks, no titles. */
export const viewsOf = ({ projectId }: Filled, phone = false): [path: string, shows: string][] => [
  ['/today', 'Renew the library books'],
  ['/inbox', 'Buy milk'],
  ['/upcoming', 'Book the train'],
  ['/calendar', phone ? 'Month' : 'Write the letter'],
  ['/calendar?span=week', 'Write the letter'],
  [`/project/${projectId}`, 'Draw the start page'],
  ['/label/money', 'Pay rent'],
  ['/search?q=book', 'Book the train'],
  ['/completed', 'Answer the letter'],
  ['/recurring', 'Pay rent'],
];

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

  const page = await arrive(context, url, '/today');
  const check = async (view: string) => found.push(...(await violations(page, view, extent)));
  await page.getByRole('heading', { name: 'Nothing to do yet' }).waitFor();
  await check('empty today');
  for (const [view, says] of [
    ['/inbox', 'The inbox is empty'],
    ['/upcoming', 'Nothing is planned'],
    ['/completed', 'Nothing is done yet'],
    ['/recurring', 'Nothing repeats yet'],
    ['/statistics', 'Nothing to count yet'],
    ['/notifications', 'No reminders yet'],
    ['/search', 'Find any task'],
    ['/label/none', 'No open tasks with this label'],
    ['/project/01988a3e-0000-7000-8000-000000000001', 'There is no such project'],
    ['/filter/01988a3e-0000-7000-8000-000000000001', 'There is no such filter'],
  ] as const) {
    await page.goto(view);
    await page.getByRole('heading', { name: says }).waitFor();
    await check(`empty ${view}`);
  }

  for (const [path, shows] of viewsOf(await fill(page))) {
    await page.goto(path);
    await page.getByRole('main').getByText(shows).first().waitFor();
    await check(path);
  }

  await page.goto('/inbox');
  await add(page, 'Pay rent every month on the 1st p1 @home');
  const field = page.getByRole('textbox', { name: 'New task' });
  await field.pressSequentially('Call Ana tomorrow 16:00 p2 @work');
  await page.getByRole('list', { name: 'Understood' }).waitFor();
  await check('list and chips');

  await page.getByRole('button', { name: /^Buy milk/ }).click({ modifiers: ['Control'] });
  await page.getByRole('region', { name: 'Selected tasks' }).waitFor();
  await check('selection');
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await page.getByRole('menu', { name: 'Day' }).waitFor();
  await check('days to move to');
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  await page.getByText('Moved to Tomorrow').waitFor();
  await check('message');

  await page
    .getByRole('main')
    .getByRole('button', { name: /^Pay rent/ })
    .first()
    .click();
  const panel = page.getByRole('dialog', { name: 'Task' });
  await panel.getByText('Created').waitFor();
  await check('panel');
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
