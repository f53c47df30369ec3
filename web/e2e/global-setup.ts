import { startZerodo } from '@zerodo/testing/zerodo';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { executable, flags, hasBrowser, noBrowser } from './chromium.ts';
import { operator } from './people.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one Zerodo of this run answers; undefined where there is no Chromium. */
    zerodoUrl: string | undefined;
    /** Its Postgres as the owner of everything. */
    zerodoOwnerUrl: string | undefined;
    /** The one Chromium of this run, for `chromium.connect`. */
    chromium: string | undefined;
  }
}

/** One Zerodo and one Chromium for all walks of a run, since each takes as long to start as a walk takes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasBrowser) {
    console.warn(`Browser tests are skipped: ${noBrowser}`);
    return async () => {};
  }
  const browser = await openChromium();
  const settings = { ZERODO_OPERATORS: operator.email };
  const zerodo = await startZerodo({ args: ['--observe'], settings }).catch(async (error) => {
    await browser.close();
    throw error;
  });
  await signUpOperator(zerodo.url);
  project.provide('zerodoUrl', zerodo.url);
  project.provide('zerodoOwnerUrl', await zerodo.ownerUrl());
  project.provide('chromium', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await zerodo.stop();
  };
}

/** @throws Error when there is no Chromium on this machine */
function openChromium(): Promise<BrowserServer> {
  if (!executable) throw new Error(noBrowser);
  // Ctrl-C is for the test run, which then stops both.
  return chromium.launchServer({ executablePath: executable, args: flags, handleSIGINT: false });
}

async function signUpOperator(url: string): Promise<void> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'Olga', ...operator }),
  });
  if (!response.ok)
    throw new Error(`The operator's sign-up answered ${response.status}: ${await response.text()}`);
}
