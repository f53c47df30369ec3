import { whosePage } from '../../lib/whose-page.ts';
import { eraseDrafts } from '../drafts/draft-store.ts';
import { forgetAnswers } from '../waiting/last-answers.ts';
import { eraseOf } from '../waiting/waiting-store.ts';
import { forgetPages } from './offline-pages.ts';

/** Nothing that this browser keeps of the person of this page stays: changes, drafts, lists, pages. */
export async function eraseBrowser(): Promise<void> {
  const person = whosePage();
  await forgetPages().catch(() => undefined);
  if (!person) return;
  eraseDrafts(person);
  await Promise.all([eraseOf(person), forgetAnswers(person)]);
}
