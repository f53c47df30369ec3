import { writeFile } from 'node:fs/promises';
import type { Account } from '@zerodo/testing/zerodo';
import { cookiesOf } from '../../web/e2e/browser.ts';
import type { Browser, BrowserContext, Page } from '../../web/e2e/chromium.ts';
import { zone } from './days.ts';
import type { Known } from './person.ts';
import type { Shape } from './shapes.ts';
import type { View } from './views.ts';

/** Good enough for letters; a fifth of a PNG. */
const quality = 80;

type People = { person: Account; beginner: Account };

/** Somebody with a browser of that shape. */
export async function photographer(browser: Browser, url: string, shape: Shape, people: People) {
  const { options, language } = shape;
  const open = async (who?: Account): Promise<BrowserContext> => {
    const context = await browser.newContext({
      baseURL: url,
      timezoneId: zone,
      locale: language ?? 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...options,
    });
    if (!who) return context;
    await context.addCookies(cookiesOf(who.cookie, url));
    const headers = { origin: url };
    await context.request.post('/api/auth/update-user', { headers, data: { locale: language ?? 'en-GB' } });
    return context;
  };
  const contexts = {
    nobody: await open(),
    beginner: await open(people.beginner),
    person: await open(people.person),
  };
  return {
    picture: async (view: View, known: Known, file: string): Promise<void> => {
      const page = await contexts[view.of ?? 'person'].newPage();
      try {
        await page.goto(view.path(known));
        await page.locator('h1').first().waitFor({ state: 'attached' });
        if (view.of !== 'nobody' && !view.name.startsWith('settings'))
          await page.locator('[data-live="true"]').waitFor({ state: 'attached' });
        // A panel hides what is behind it, and a phone's month shows no words: it is there all the same.
        await page.locator('main').getByText(view.shows).first().waitFor({ state: 'attached' });
        await view.act?.(page);
        await page.waitForLoadState('networkidle');
        await writeFile(file, await webp(page));
      } finally {
        await page.close();
      }
    },
    end: async () => {
      for (const context of Object.values(contexts)) await context.close();
    },
  };
}

/** Playwright knows PNG and JPEG only. */
async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  return Buffer.from(data, 'base64');
}
