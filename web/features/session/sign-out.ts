import { refusal } from '../../lib/api.ts';
import { whosePage } from '../../lib/whose-page.ts';
import { forgetThisBrowser } from '../push/this-browser.ts';
import { ask } from '../settings/ask.ts';
import { underWay } from '../waiting/under-way.ts';
import { keptOf } from '../waiting/waiting-store.ts';
import { eraseBrowser } from './erase-browser.ts';
import { askToLose } from './leaving.ts';
import { tellSignedOut } from './tell-tabs.ts';

/** `anyway` has been asked; `everywhere` ends the sessions of all devices. */
export type SignOut = { anyway?: boolean; everywhere?: boolean };

/**
 * Ends the session and loads the sign-in page anew, so that nothing of this person stays in memory or in
 * the browser. While changes wait it asks first.
 *
 * @throws TypeError, Refused where the session goes on; then everything is as it was
 */
export async function signOut({ anyway = false, everywhere = false }: SignOut = {}): Promise<void> {
  const person = whosePage() ?? '';
  const kept = await keptOf(person);
  const waiting = new Set([...kept, ...underWay()].map(({ key }) => key)).size;
  if (waiting > 0 && !anyway) {
    askToLose({ changes: waiting, everywhere });
    return;
  }
  // Before anything is taken away: something has to be there that ends the session.
  await fetch('/api/auth/get-session');
  // While the session can still say so.
  await forgetThisBrowser().catch(() => undefined);
  await (everywhere ? ask('POST', '/api/auth/revoke-sessions', {}) : endSession(person));
  await eraseBrowser();
  tellSignedOut(person);
  window.location.assign('/sign-in');
}

async function endSession(person: string): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'zerodo-person': person },
    body: '{}',
  });
  // Where there is none any more, or somebody else's, it is over.
  if (!response.ok && response.status !== 401) throw await refusal(response);
}
