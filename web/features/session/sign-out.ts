import { forgetThisBrowser } from '../push/this-browser.ts';

/** Ends the session and loads the sign-in page anew, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  // While the session can still say so.
  await forgetThisBrowser().catch(() => undefined);
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  window.location.assign('/sign-in');
}
