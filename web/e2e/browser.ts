import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executable = places.find((path) => existsSync(path));

/** Whether the browser tests can run; on CI they must. */
export const hasBrowser = executable !== undefined || process.env.CI === 'true';
if (!hasBrowser)
  console.warn('Browser tests are skipped: no Chromium. Get it with `apt-get install chromium`.');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** @throws Error when there is no Chromium on this machine */
export const openBrowser = (): Promise<Browser> => {
  if (!executable) throw new Error('No Chromium: apt-get install chromium');
  return chromium.launch({ executablePath: executable, args: flags });
};

/** What a page must never do: say something on the console, fail, or ask another host. */
export type Complaints = string[];

/** A person's browser: its own cookies, in Berlin, with everything that it complains about written down. */
export async function openContext(
  browser: Browser,
  url: string,
  complaints: Complaints,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => complaints.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== url) complaints.push(`request: ${request.url()}`);
  });
  return context;
}

let people = 0;

/** Signs somebody new up, without the page, and opens a view: the inbox, where everything lands. */
export async function arrive(context: BrowserContext, url: string, view = '/inbox'): Promise<Page> {
  const email = `person-${Date.now()}-${++people}@zerodo.test`;
  await context.request.post('/api/auth/sign-up/email', {
    headers: { origin: url },
    data: { name: 'Ana', email, password: 'ten chars or more' },
  });
  const page = await context.newPage();
  await openView(page, view);
  return page;
}

/** Opens a view and waits until it can be used and hears of changes. */
export async function openView(page: Page, view = '/inbox'): Promise<void> {
  await page.goto(view);
  await page.locator('[data-live="true"]').waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The row of an open task, or of a done one. */
export const row = (page: Page, title: string, verb: 'Complete' | 'Reopen' = 'Complete') =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name: `${verb} ${title}` }) });

/** Opens what is done in the view. */
export const showDone = (page: Page) => page.getByRole('button', { name: /^Done/, expanded: false }).click();

export async function add(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'New task' });
  await field.fill(words);
  await field.press('Enter');
}
