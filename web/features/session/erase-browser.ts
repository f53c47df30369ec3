import { endPage, whosePage } from '../../lib/whose-page.ts';
import { eraseDrafts } from '../drafts/draft-store.ts';
import { endFirstRun } from '../first-run/first-run-mark.ts';
import { forgetAnswers } from '../waiting/last-answers.ts';
import { eraseOf } from '../waiting/waiting-store.ts';
import { forgetPages } from './offline-pages.ts';

/**
 * Nothing that this browser keeps of the person of this page stays: changes, drafts, lists, pages, the mark of a
 * first run. The page itself keeps nothing from then on, also not as it goes.
 */
export async function eraseBrowser(): Promise<void> {
  endPage();
  const person = whosePage();
  await forgetPages().catch(() => undefined);
  if (!person) return;
  eraseDrafts(person);
  endFirstRun();
  // A browser that refuses to store has nothing to erase.
  await Promise.allSettled([eraseOf(person), forgetAnswers(person)]);
}
