import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** For programs that drive it, and that the library is not installed for. */
export type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const firstOf = (...names: string[]) =>
  names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));

const people = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** The Chromium of this machine that people use. It shows notifications. */
export const fullExecutable = firstOf(...people);

/** The Chromium of this machine; its build for programs first, in which a walk takes less than half as long. */
export const executable = firstOf('chromium-headless-shell', ...people);

/** Whether the walks can run; on CI they must. */
export const hasBrowser = executable !== undefined || process.env.CI === 'true';

export const noBrowser = 'no Chromium. Get it with `apt-get install chromium chromium-headless-shell`.';

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const found = (path = executable) => {
  if (!path) throw new Error(noBrowser);
  return { executablePath: path, args: flags };
};

/** @throws Error when there is no Chromium on this machine */
export const openBrowser = (): Promise<Browser> => chromium.launch(found());

/** @throws Error when there is no Chromium on this machine */
export const openFullBrowser = (): Promise<Browser> => chromium.launch(found(fullExecutable));

/**
 * A browser that keeps its cookies in `folder`, where another one may go on with them.
 *
 * @throws Error when there is no Chromium on this machine
 */
export const openBrowserAt = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, found());
