'use client';
import { useWords } from '@/words/use-words.ts';

/** What the service worker shows in place of a page that it does not know. It needs no script. */
export function NoConnection() {
  const { offline } = useWords().waiting;
  const link = 'rounded-sm font-medium text-accent underline underline-offset-4 hover:text-accent-strong';
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-3 px-5">
      <h1 className="text-2xl font-semibold tracking-tight">{offline.title}</h1>
      <p className="text-muted">{offline.words}</p>
      <p className="text-muted">{offline.kept}</p>
      <p className="mt-3 flex gap-5">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is the one that was asked for */}
        <a href="" className={link}>
          {offline.again}
        </a>
        <a href="/today" className={link}>
          {offline.today}
        </a>
      </p>
    </main>
  );
}
