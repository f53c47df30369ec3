import { whosePage } from '../../lib/whose-page.ts';
import { forgetThisBrowser } from '../push/this-browser.ts';
import { underWay } from '../waiting/under-way.ts';
import { keptOf } from '../waiting/waiting-store.ts';
import { eraseBrowser } from './erase-browser.ts';
import { askToLose } from './leaving.ts';
import { tellSignedOut } from './tell-tabs.ts';

/**
 * Ends the session and loads the sign-in page anew, so that nothing of this person stays in memory or in
 * the browser. While changes wait it asks first; `anyway` has been asked.
 */
export async function signOut({ anyway = false } = {}): Promise<void> {
  const person = whosePage() ?? '';
  const kept = await keptOf(person);
  const waiting = new Set([...kept, ...underWay()].map(({ key }) => key)).size;
  if (waiting > 0 && !anyway) {
    askToLose(waiting);
    return;
  }
  // While the session can still say so.
  await forgetThisBrowser().catch(() => undefined);
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  await eraseBrowser();
  tellSignedOut(person);
  window.location.assign('/sign-in');
}
