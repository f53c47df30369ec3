'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ahead } from '@/lib/ahead.ts';
import { isSessionOver, onSession } from '@/lib/session-gate.ts';
import { leaveDrafts } from '../drafts/draft-store.ts';
import { eraseBrowser } from './erase-browser.ts';
import { askedLoss, noLoss, onAskToLose } from './leaving.ts';
import { keepPages } from './offline-pages.ts';
import type { Person } from './person.ts';
import { onSignedOut } from './tell-tabs.ts';

const SignInAgain = dynamic(
  ahead(() => import('./sign-in-again.tsx')),
  { ssr: false },
);
const LeaveWindow = dynamic(
  ahead(() => import('./leave-window.tsx')),
  { ssr: false },
);

/** What the page has to do about its session: ask for the next one, ask before it ends, go when another tab ended it. */
export default function SessionWatch({ person }: { person: Person }) {
  const over = useSyncExternalStore(onSession, isSessionOver, () => false);
  const loss = useSyncExternalStore(onAskToLose, askedLoss, () => noLoss);
  const [asked, setAsked] = useState(false);
  if (loss.changes > 0 && !asked) setAsked(true);
  useEffect(() => keepPages(person.id), [person.id]);
  useEffect(
    () =>
      onSignedOut(person.id, () => {
        // What this tab has kept for itself, too.
        void eraseBrowser().finally(() => window.location.assign('/sign-in'));
      }),
    [person.id],
  );
  useEffect(() => {
    const onLeave = () => leaveDrafts(person.id);
    window.addEventListener('pagehide', onLeave);
    return () => window.removeEventListener('pagehide', onLeave);
  }, [person.id]);
  return (
    <>
      {over && <SignInAgain person={person} />}
      {asked && <LeaveWindow loss={loss} />}
    </>
  );
}
