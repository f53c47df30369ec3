'use client';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { Person } from '@/features/session/person.ts';
import { ahead } from '@/lib/ahead.ts';
import { mayPass, pause } from '@/lib/api.ts';
import { setWhosePage } from '@/lib/whose-page.ts';
import { keepFocus } from './keep-focus.ts';
import { Loads } from './new-version.tsx';
import { Announcer } from './ui/announcer.tsx';
import { anythingToSay, onSomethingToSay } from './ui/toasts.ts';

const SessionWatch = dynamic(() => import('@/features/session/session-watch.tsx'), { ssr: false });
const Toaster = dynamic(
  ahead(() => import('./ui/toaster.tsx'), { always: true }),
  { ssr: false },
);

const createClient = (person: Person) => {
  // On the server many people's pages are made at a time.
  if (typeof window !== 'undefined') {
    // From the settings, or from signing in after a session that ended, one comes without loading a page.
    if (!setWhosePage(person.id)) window.location.reload();
    // Opened without a connection no event will say so.
    onlineManager.setOnline(navigator.onLine);
  }
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        retry: (failures, error) => failures < 3 && mayPass(error),
        retryDelay: pause,
      },
    },
  });
};

type Props = {
  person: Person;
  /** The installation measures: how this page feels is a part of it. */
  measured: boolean;
  children: ReactNode;
};

export function Providers({ person, measured, children }: Props) {
  const [client] = useState(() => createClient(person));
  useEffect(keepFocus, []);
  useEffect(() => {
    if (measured) void import('@/lib/report-vitals.ts').then(({ reportVitals }) => reportVitals());
  }, [measured]);
  const says = useSyncExternalStore(onSomethingToSay, anythingToSay, () => false);
  return (
    <QueryClientProvider client={client}>
      {children}
      <Announcer />
      <Loads>
        <SessionWatch person={person} />
      </Loads>
      <Loads>{says && <Toaster />}</Loads>
    </QueryClientProvider>
  );
}
