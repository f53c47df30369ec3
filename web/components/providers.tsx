'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { mayPass, pause, Refused } from '@/lib/api.ts';
import { Toaster } from './ui/toaster.tsx';

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
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toaster />
    </QueryClientProvider>
  );
}
