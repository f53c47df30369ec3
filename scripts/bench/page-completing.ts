import type { Page } from '../../web/e2e/chromium.ts';
import { median } from './load.ts';
import { mainThread } from './main-thread.ts';

// What the page has, of which Node's types know nothing.
type Pressed = { duration: number; interactionId: number };
declare const window: { pressed: Pressed[] };
declare const PerformanceObserver: new (
  seen: (list: { getEntries(): Pressed[] }) => void,
) => { observe(what: { type: 'event'; durationThreshold: number }): void };
declare const requestAnimationFrame: (then: () => void) => void;

/** Milliseconds; `work` is what the main thread did for one, up to the answer of the server. */
export type Presses = { median: number; worst: number; work: number };

/** Browsers measure to eight milliseconds, and tell nothing of what took less than this. */
const shortest = 16;

/**
 * From a press on the circle of a task to the next paint, as browsers measure it (Event Timing), for so many tasks one after
 * the other in the list that the page shows.
 */
export async function completing(page: Page, times: number): Promise<Presses> {
  await page.evaluate((durationThreshold) => {
    window.pressed = [];
    new PerformanceObserver((list) => window.pressed.push(...list.getEntries())).observe({
      type: 'event',
      durationThreshold,
    });
  }, shortest);
  const worked = await mainThread(page);
  const presses: number[] = [];
  const work: number[] = [];
  for (let n = 0; n < times; n++) {
    const next = page
      .getByRole('main')
      .getByRole('checkbox', { checked: false })
      .nth(2 + (n % 5));
    const name = JSON.stringify(await next.getAttribute('aria-label'));
    const box = page.locator(`main [role=checkbox][aria-label=${name}]`);
    await page.evaluate(() => window.pressed.splice(0));
    const before = await worked();
    await box.click();
    await box.waitFor({ state: 'detached' });
    const entries = await page.evaluate(async () => {
      // An entry comes after the frame that it speaks of.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      return window.pressed.map(({ duration, interactionId }) => (interactionId ? duration : 0));
    });
    work.push((await worked()) - before);
    presses.push(Math.max(shortest, ...entries));
  }
  return { median: median(presses), worst: Math.max(...presses), work: median(work) };
}
