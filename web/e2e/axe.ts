import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './every-view.ts';

type Look = 'light' | 'dark' | 'phone';

/** Looks at what the page shows now, in as many ways as it can differ. */
export type Check = (what: string, ...looks: Look[]) => Promise<void>;

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/**
 * Every rule in the light; in the dark only colours differ, and a phone is looked at where it shows something else.
 * What is found is collected: one walk says all that there is to mend.
 */
export function checking(page: Page): { check: Check; nothingFound: () => void } {
  const found: string[] = [];
  const check: Check = async (what, ...looks) => {
    for (const look of looks.length > 0 ? looks : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
      if (look === 'phone') await page.setViewportSize(phone);
      found.push(...(await violations(page, `${what}, ${look}`, look === 'dark' ? 'colours' : 'everything')));
      if (look === 'phone') await page.setViewportSize(desk);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  return { check, nothingFound: () => expect(found).toEqual([]) };
}
