'use client';
import { clsx } from 'clsx';
import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import type { Viewer } from '@/lib/local-time.ts';
import { useViewer } from '@/lib/use-viewer.ts';
import type { Person } from '../session/person.ts';
import { Logo } from '../workspace/logo.tsx';
import { pathTo, sections } from './sections.ts';
import { SettingsContext } from './settings-context.ts';
import { useSettingsWords } from './words/settings-words.ts';

type Props = { person: Person; assumed: Viewer; mail: boolean; children: ReactNode };

/** Around every section: the way back, and beside it the other sections where there is room. */
export function SettingsFrame({ person, assumed, mail, children }: Props) {
  const { frame } = useSettingsWords();
  const viewer = useViewer(assumed);
  const path = usePathname();
  const place = useMemo(() => ({ person, viewer, mail }), [person, viewer, mail]);
  const inside = path !== '/settings';
  const back =
    'flex h-10 items-center gap-1 rounded-lg pr-3 pl-1.5 text-sm text-muted hover:bg-sunken hover:text-ink';

  return (
    <SettingsContext value={place}>
      <header className="mx-auto flex h-14 w-full max-w-4xl items-center justify-between px-2 sm:px-4">
        {inside && (
          <Link href="/settings" className={clsx(back, 'md:hidden')}>
            <ChevronLeft aria-hidden className="size-5" />
            {frame.title}
          </Link>
        )}
        <Link href="/today" prefetch={false} className={clsx(back, inside && 'hidden md:flex')}>
          <ChevronLeft aria-hidden className="size-5" />
          {frame.back}
        </Link>
        <Logo className="mr-2 size-6 text-accent" />
      </header>
      <div
        className={clsx(
          'mx-auto w-full max-w-4xl gap-8 px-3 pb-24 sm:px-4',
          inside && 'md:grid md:grid-cols-[13rem_1fr]',
        )}
      >
        {inside && (
          <nav aria-label={frame.title} className="hidden md:block">
            <ul className="sticky top-4 flex flex-col gap-0.5 pt-3">
              {sections.map(({ name, icon: Icon }) => {
                const current = path === pathTo(name);
                return (
                  <li key={name}>
                    <Link
                      href={pathTo(name)}
                      {...(current && { 'aria-current': 'page' })}
                      className={clsx(
                        'flex min-h-9 items-center gap-3 rounded-lg px-2.5 py-1.5 text-sm transition-colors',
                        current ? 'bg-accent-soft font-medium text-accent' : 'hover:bg-sunken',
                      )}
                    >
                      <Icon
                        aria-hidden
                        className={clsx('size-[1.125rem] shrink-0', !current && 'text-muted')}
                      />
                      {frame.sections[name].name}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </nav>
        )}
        <main className="min-w-0">{children}</main>
      </div>
    </SettingsContext>
  );
}
