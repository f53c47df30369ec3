import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whether the focus is there or inside. */
const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)));

/** Goes to something by Tab alone, or by another key. @throws Error when it is not on the way */
export async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 80; step++) {
    if (await hasFocus(target)) return;
    await moveFocus(target.page(), key);
  }
  throw new Error(`${key} does not come by: ${target}`);
}

/** A menu moves the focus a moment after its key: a look too early, and one more press would go past. */
async function moveFocus(page: Page, key: string): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press(key);
  const hasMoved = () => page.evaluate((element) => document.activeElement !== element, before);
  // At the end of a list it stays where it is.
  await expect
    .poll(hasMoved, { timeout: 300 })
    .toBe(true)
    .catch(() => undefined);
}

/** Goes there by Tab and presses it. */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** What has the focus, in words; the page itself is nothing. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return '';
    return element.getAttribute('aria-label') || element.textContent || element.tagName;
  });

/** Waits until something has the focus: it was not lost with what went away. */
export const focusIsKept = (page: Page): Promise<void> => expect.poll(() => focused(page)).not.toBe('');

export const focusIsAt = (target: Locator): Promise<void> => expect.poll(() => hasFocus(target)).toBe(true);
