import { AxeBuilder } from '@axe-core/playwright';
import { startZerodo } from '@zerodo/testing/zerodo';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, arrive, type Complaints, hasBrowser, openBrowser, openContext } from './browser.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, short enough to be read in a failure. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

describe.skipIf(!hasBrowser)('everybody', () => {
  let zerodo: Awaited<ReturnType<typeof startZerodo>>;
  let browser: Browser;
  const complaints: Complaints = [];

  beforeAll(async () => {
    [zerodo, browser] = await Promise.all([startZerodo(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await zerodo?.stop();
  });

  it.each(['light', 'dark'] as const)('can use the page, in %s', async (colorScheme) => {
    const context = await openContext(browser, zerodo.url, complaints, { colorScheme });
    const outside = await context.newPage();
    for (const path of ['/sign-in', '/sign-up', '/no-such-page']) {
      await outside.goto(path);
      expect(await violations(outside)).toEqual([]);
    }
    complaints.splice(0);

    const page = await arrive(context, zerodo.url);
    await page.getByRole('heading', { name: 'Nothing to do yet' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await add(page, 'Pay rent every month on the 1st p1 @home');
    await add(page, 'Buy milk');
    await page.getByRole('checkbox', { name: 'Complete Buy milk' }).click();
    await page.getByRole('region', { name: 'Done' }).waitFor();
    await page
      .getByRole('textbox', { name: 'New task' })
      .pressSequentially('Call Ana tomorrow 16:00 p2 @work');
    await page.getByRole('list', { name: 'Understood' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Pay rent/ }).click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByText('Created').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Notifications' }).click();
    const inbox = page.getByRole('dialog', { name: 'Notifications' });
    await inbox.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await inbox.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
    await context.close();
  });
});
