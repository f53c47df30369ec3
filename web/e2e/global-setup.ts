import { startZerodo } from '@zerodo/testing/zerodo';
import type { TestProject } from 'vitest/node';
import { hasBrowser, noBrowser } from './chromium.ts';
import { operator } from './people.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one Zerodo of this run answers; undefined where there is no Chromium. */
    zerodoUrl: string | undefined;
    /** Its Postgres as the owner of everything. */
    zerodoOwnerUrl: string | undefined;
  }
}

/** One Zerodo for all walks of a run, since it takes longer to start than a walk takes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasBrowser) {
    console.warn(`Browser tests are skipped: ${noBrowser}`);
    return async () => {};
  }
  // Everybody signs up from one address, without a pause.
  const settings = { ZERODO_OPERATORS: operator.email, ZERODO_SIGN_UP_LIMIT: '1000' };
  const zerodo = await startZerodo({ args: ['--observe'], settings });
  await signUpOperator(zerodo.url);
  project.provide('zerodoUrl', zerodo.url);
  project.provide('zerodoOwnerUrl', await zerodo.ownerUrl());
  return async () => {
    await zerodo.stop();
  };
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
