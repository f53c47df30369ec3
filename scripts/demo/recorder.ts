import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '../../web/e2e/chromium.ts';
import type { Frame } from './animation.ts';

/** Four a second: enough to follow what somebody does. */
const everyMs = 250;
/** Good enough for letters. */
const quality = 60;

/**
 * Takes pictures of a page until it is stopped. Playwright's own recording needs a program that it downloads, so each is asked of
 * Chromium, as WebP; one that is like the one before only makes that last longer.
 */
export async function record(page: Page): Promise<{ stop: () => Promise<Frame[]> }> {
  const session = await page.context().newCDPSession(page);
  const frames: (Frame & { at: number })[] = [];
  let stopped = false;

  async function take(): Promise<void> {
    const at = performance.now();
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    const last = frames.at(-1);
    if (last) last.ms = at - last.at;
    if (!last?.picture.equals(picture)) frames.push({ picture, at, ms: everyMs });
  }

  const running = (async () => {
    while (!stopped) {
      const next = sleep(everyMs);
      // Between two documents there is nothing to take a picture of.
      await take().catch(() => {});
      await next;
    }
  })();

  return {
    stop: async () => {
      stopped = true;
      await running;
      const last = frames.at(-1);
      if (last) last.ms = performance.now() - last.at;
      await session.detach();
      return frames.map(({ picture, ms }) => ({ picture, ms }));
    },
  };
}
