import type { ReactNode } from 'react';
import { Logo } from '../workspace/logo.tsx';

/** How a page looks that stands in front of the page. */
export function EntranceFrame({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <p className="mb-8 flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <Logo className="size-8 text-accent" />
        Zerodo
      </p>
      {children}
    </main>
  );
}
