import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a task of the view and waits until its panel has the focus. */
export async function openTask(page: Page, title: string): Promise<Locator> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .click();
  const panel = page.getByRole('dialog', { name: 'Task' });
  await panel.getByRole('textbox', { name: 'Title' }).waitFor();
  // It takes the focus once it is there; what is typed before that goes elsewhere.
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('dialog');
  return panel;
}
