import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { toasts } from '@/components/ui/toasts.ts';
import { inWords, type Refused } from '@/lib/api.ts';
import { clockOffset, onClock } from '@/lib/clock.ts';
import type { Words } from '@/words/words.ts';
import { openWindow } from '../workspace/windows.ts';
import { keepsNothing, onKeeping } from './keeping.ts';
import { keepLastAnswers, showAnswers } from './last-answers.ts';
import { keepLaidOver, layOver } from './lay-over.ts';
import { resume } from './resume.ts';
import { typedIn, type WaitingChange } from './waiting-change.ts';

/**
 * Sends what earlier tabs have left, now and whenever there may be more of it, and keeps what is needed to
 * go on without a connection.
 *
 * @param words in which it tells what a person has to know
 * @returns ends it
 */
export function startWaiting(client: QueryClient, person: string, words: () => Words): () => void {
  const look = () => {
    if (document.visibilityState === 'hidden') return;
    void resume(client, person, (change, refusal) => tellRefused(change, refusal, words()));
  };
  const tell = { clock: () => tellClock(words()), keeping: () => tellKeeping(words()) };
  look();
  // Under what waits.
  if (!navigator.onLine) void showAnswers(client, person).then(() => layOver(client));
  tell.clock();
  tell.keeping();
  const ends = [
    onClock(tell.clock),
    onKeeping(tell.keeping),
    keepLaidOver(client),
    keepLastAnswers(client, person),
    onlineManager.subscribe(look),
  ];
  document.addEventListener('visibilitychange', look);
  return () => {
    for (const end of ends) end();
    document.removeEventListener('visibilitychange', look);
  };
}

function tellRefused(change: WaitingChange, refusal: Refused, words: Words): void {
  const { waiting, frame } = words;
  const typed = typedIn(change) !== null;
  const toast = toasts.add({
    title: waiting.refused(change.after?.title ?? change.before?.title ?? ''),
    description: inWords(refusal, words),
    type: 'error',
    timeout: 30_000,
    priority: 'high',
    actionProps: {
      children: typed ? waiting.see : frame.dismiss,
      onClick: () => {
        toasts.close(toast);
        if (typed) openWindow({ kind: 'refused' });
      },
    },
  });
}

let told = false;

function tellKeeping({ waiting }: Words): void {
  if (told || !keepsNothing()) return;
  told = true;
  toasts.add({ title: waiting.keepsNothing, description: waiting.keepOpen, timeout: 20_000 });
}

/** By whole minutes; nothing where the clock is right. */
function tellClock({ waiting: { clock } }: Words): void {
  const minutes = Math.round(Math.abs(clockOffset()) / 60_000);
  if (minutes === 0) return;
  toasts.add({ title: clock.title(minutes, clockOffset() < 0), description: clock.words, timeout: 20_000 });
}
