import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** For programs that drive it, and that the library is not installed for. */
export type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine. */
export const executable = places.find((path) => existsSync(path));

/** Whether the walks can run; on CI they must. */
export const hasBrowser = executable !== undefined || process.env.CI === 'true';

export const noBrowser = 'no Chromium. Get it with `apt-get install chromium`.';

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

const found = () => {
  if (!executable) throw new Error(noBrowser);
  return { executablePath: executable, args: flags };
};

/** @throws Error when there is no Chromium on this machine */
export const openBrowser = (): Promise<Browser> => chromium.launch(found());

/**
 * A browser that keeps its cookies in `folder`, where another one may go on with them.
 *
 * @throws Error when there is no Chromium on this machine
 */
export const openBrowserAt = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, found());
