import { until } from '@zerodo/testing/until';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { english } from '../words/english/english.ts';
import { newEmail, type Person, password } from './people.ts';

/** The cookies of a `Cookie` header, for a context at `url`. */
export const cookiesOf = (header: string, url: string): { name: string; value: string; url: string }[] =>
  header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });

/** What a page must never do: say something on the console, fail, or ask another host. */
export type Complaints = string[];

/** A person's browser: its own cookies, American English, in Berlin, with everything that it complains about written down. */
export async function openContext(
  browser: Browser,
  complaints: Complaints,
  options: BrowserContextOptions & { baseURL: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    timezoneId: 'Europe/Berlin',
    // Else the one of the machine or of the browser's build.
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  // A machine that does much else besides takes its time.
  context.setDefaultTimeout(60_000);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => complaints.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== options.baseURL) complaints.push(`request: ${request.url()}`);
  });
  return context;
}

/** As where somebody has told the browser to. */
export async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript("Object.defineProperty(navigator.connection, 'saveData', { value: true })");
}

/** Signs somebody new up, without the page, and opens a view: the inbox, where everything lands. */
export async function arrive(context: BrowserContext, url: string, view = '/inbox'): Promise<Page> {
  await signUp(context, url, { email: newEmail(), password });
  return openPage(context, view);
}

export async function openPage(context: BrowserContext, view?: string): Promise<Page> {
  const page = await context.newPage();
  await openView(page, view);
  return page;
}

/** Without the page, which has a walk of its own. */
export const signUp = (
  context: BrowserContext,
  url: string,
  who: Person & { name?: string; locale?: string },
): Promise<void> => ask(context, url, '/api/auth/sign-up/email', { name: 'Ana', ...who });

export const signIn = (context: BrowserContext, url: string, who: Person): Promise<void> =>
  ask(context, url, '/api/auth/sign-in/email', who);

async function ask(context: BrowserContext, url: string, path: string, data: object): Promise<void> {
  const answer = await context.request.post(path, { headers: { origin: url }, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
}

/** Opens a view and waits until it can be used and hears of changes, which the settings do not. */
export async function openView(page: Page, view = '/inbox'): Promise<void> {
  await visit(page, view);
  if (!view.startsWith('/settings')) await page.locator('[data-live="true"]').waitFor({ state: 'attached' });
}

/** Opens a page and waits until it can be used. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await canBeUsed(page);
}

/** Goes on to another view as a link in the page does, without a new document: a fifth of the work of {@link visit}. */
export async function go(page: Page, path: string): Promise<void> {
  // Next.js puts its router there, also in production.
  await page.evaluate(`window.next.router.push(${JSON.stringify(path)})`);
  await page.waitForURL(path);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await canBeUsed(page);
}

/** Run in the page. In words, since scripts that share this file know no page. */
const hasScript = `[...document.querySelectorAll('a[href], button, input, select, textarea')].every((element) =>
  Object.keys(element).some((key) => key.startsWith('__reactFiber')))`;

/** What the server drew looks as if it could be pressed before its script has come; a press would be lost. */
async function canBeUsed(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Asked again and again from outside: the page's policy lets nothing in it evaluate words.
  await until(() => page.evaluate<boolean>(hasScript), 60_000);
}

/** The row of an open task, or of a done one. */
export const row = (page: Page, title: string, verb: 'Complete' | 'Reopen' = 'Complete') =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name: `${verb} ${title}` }) });

/** How long people press: what opens at once must not move from under the pointer. */
export const asPeople = { delay: 80 };

/** Takes what the mouse holds to a place, and lets go when the page shows that it is above something that takes it. */
export async function dropAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y, { steps: 8 });
  const taken = `document.elementsFromPoint(${x}, ${y}).some((element) => element.matches('[data-over]'))`;
  await until(() => page.evaluate<boolean>(taken), 15_000);
  await page.mouse.up();
}

/** Opens what is done in the view. */
export const showDone = (page: Page) => page.getByRole('button', { name: /^Done/, expanded: false }).click();

export async function add(page: Page, line: string, { quickAdd } = english): Promise<void> {
  const field = page.getByRole('textbox', { name: quickAdd.field });
  await field.fill(line);
  await field.press('Enter');
}
