import type { Page } from '../../web/e2e/chromium.ts';
import { mainThread } from './main-thread.ts';

// What the page has, of which Node's types know nothing.
declare const document: {
  documentElement: { scrollHeight: number };
  querySelectorAll(selector: string): { length: number };
};
declare const scrollTo: (x: number, y: number) => void;
declare const requestAnimationFrame: (then: (now: number) => void) => void;

export type Scrolled = {
  frames: number;
  /** Frames that took more than 50 ms. */
  slow: number;
  /** Milliseconds of the main thread that a frame took, on average. */
  work: number;
  /** The most that were drawn at once. */
  rows: number;
  elements: number;
};

/** Scrolls to the end, again and again, until the page has read the last of its tasks. */
export const readAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let calm = 0, height = 0; calm < 40; calm++) {
      scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (document.documentElement.scrollHeight !== height) calm = 0;
      height = document.documentElement.scrollHeight;
    }
    scrollTo(0, 0);
  });

/** Down through all that the page has, half a screen a frame. */
export async function scrolling(page: Page): Promise<Scrolled> {
  const worked = await mainThread(page);
  const before = await worked();
  const { gaps, rows, elements } = await page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const took: number[] = [];
    let [most, all] = [0, 0];
    let last = await frame();
    for (let at = 0; at < document.documentElement.scrollHeight; at += 400) {
      scrollTo(0, at);
      const now = await frame();
      took.push(now - last);
      last = now;
      most = Math.max(most, document.querySelectorAll('[data-task]').length);
      all = Math.max(all, document.querySelectorAll('*').length);
    }
    return { gaps: took, rows: most, elements: all };
  });
  const work = ((await worked()) - before) / gaps.length;
  return { frames: gaps.length, slow: gaps.filter((gap) => gap > 50).length, work, rows, elements };
}
