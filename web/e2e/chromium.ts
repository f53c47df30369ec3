import { existsSync } from 'node:fs';

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
