import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, type TestContext } from 'vitest';
import { arrive, type Complaints, openContext, openPage, saveData, signIn } from './browser.ts';
import { hasBrowser, openBrowser } from './chromium.ts';
import { operator } from './people.ts';

export type Walking = {
  /** Where the Zerodo answers that all walks share. */
  url: string;
  /** What the pages of this walk complained about; whoever expects a complaint takes it out. */
  complaints: Complaints;
  /** A browser of its own that nobody is signed in to; closed after the walk. */
  device: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** The page of somebody new, on a device of their own, at a view: the inbox unless said. */
  someone: (view?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The page of the one who may see the flow page, on a device of their own. */
  operatorAt: (view: string, options?: BrowserContextOptions) => Promise<Page>;
};

type Define = (walking: Walking) => void | Promise<void>;

/**
 * A group of walks. They share one Zerodo, so each works with people of its own; after each its browsers are
 * closed, and nothing may be left that a page complained about. The people save data: what is fetched before it is
 * asked for takes as much as the page itself.
 */
export const walks = (name: string, define: Define): void => group(name, define, false);

/** The same by people who do not save data, about pages that may have to do without a network. */
export const walksLoadingAhead = (name: string, define: Define): void => group(name, define, true);

function group(name: string, define: Define, loadsAhead: boolean): void {
  describe.skipIf(!hasBrowser)(name, () => {
    const url = inject('zerodoUrl') ?? '';
    const complaints: Complaints = [];
    const open: BrowserContext[] = [];
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());
    afterEach(async (test) => {
      const said = complaints.splice(0);
      const contexts = open.splice(0);
      // A page that cannot be drawn any more must not hide why the walk failed.
      if (test.task.result?.state === 'fail') await keepPictures(test, contexts).catch(() => {});
      await Promise.all(contexts.map((context) => context.close()));
      expect(said.join('\n')).toBe('');
    });

    const device: Walking['device'] = async (options) => {
      const opened = await openContext(browser, complaints, { baseURL: url, ...options });
      if (!loadsAhead) await saveData(opened);
      open.push(opened);
      return opened;
    };
    const someone: Walking['someone'] = async (view, options) => arrive(await device(options), url, view);
    const operatorAt: Walking['operatorAt'] = async (view, options) => {
      const opened = await device(options);
      await signIn(opened, url, operator);
      return openPage(opened, view);
    };
    return define({ url, complaints, device, someone, operatorAt });
  });
}

/** What somebody sees who was not there when a walk failed: every page, drawn and as a screen reader has it. */
async function keepPictures({ task }: TestContext, contexts: BrowserContext[]): Promise<void> {
  const folder = join(tmpdir(), 'zerodo-walks');
  await mkdir(folder, { recursive: true });
  for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
    const file = join(folder, `${task.name.replaceAll(/\W+/g, '-')}-${index + 1}`);
    await page.screenshot({ path: `${file}.png` });
    await writeFile(`${file}.txt`, `${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
    console.error(`What the page showed: ${file}.png, ${file}.txt`);
  }
}
