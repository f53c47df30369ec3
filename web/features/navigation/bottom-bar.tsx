'use client';
import { clsx } from 'clsx';
import { Menu } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { NavLink } from './nav-link.tsx';
import type { Place } from './place.ts';
import { useViewLinks } from './view-links.tsx';

type Props = { place: Place; zone: string; onMenu(): void };

const item = 'flex h-14 w-full flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium';

/** Under the thumb: the views that one goes to most, and the way to all others. */
export function BottomBar({ place, zone, onMenu }: Props) {
  const { frame } = useWords();
  const links = useViewLinks(zone);
  return (
    <nav
      aria-label={frame.navigation}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto flex max-w-md">
        {[links.today, links.inbox, links.upcoming, links.search].map(({ view, href, label, icon: Icon }) => (
          <li key={view} className="min-w-0 flex-1">
            <NavLink
              href={href}
              current={place.view === view}
              className={clsx(item, place.view === view ? 'text-accent' : 'text-muted')}
            >
              <Icon aria-hidden className="size-5" />
              <span className="max-w-full truncate px-1">{label}</span>
            </NavLink>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <button type="button" aria-haspopup="dialog" onClick={onMenu} className={clsx(item, 'text-muted')}>
            <Menu aria-hidden className="size-5" />
            <span className="max-w-full truncate px-1">{frame.more}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
