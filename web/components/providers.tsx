'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { mayPass, pause, Refused } from '@/lib/api.ts';
import { keepFocus } from './keep-focus.ts';
import { anythingToSay, onSomethingToSay } from './ui/toasts.ts';

const Toaster = dynamic(() => import('./ui/toaster.tsx'), { ssr: false });

/** The session is over: nothing here can go on without signing in again. */
const onError = (error: Error) => {
  if (error instanceof Refused && error.status === 401) window.location.assign('/sign-in?ended');
};

const createClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5000,
        retry: (failures, error) => failures < 3 && mayPass(error),
        retryDelay: pause,
      },
    },
  });

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  useEffect(keepFocus, []);
  const says = useSyncExternalStore(onSomethingToSay, anythingToSay, () => false);
  return (
    <QueryClientProvider client={client}>
      {children}
      {says && <Toaster />}
    </QueryClientProvider>
  );
}
