import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useWords } from '@/words/use-words.ts';
import { NavLink } from './nav-link.tsx';

type Props = {
  href: string;
  label: string;
  mark: ReactNode;
  current: boolean;
  count?: number | undefined;
  onGo?: (() => void) | undefined;
};

/** One line of the sidebar. */
export function NavItem({ href, label, mark, current, count, onGo }: Props) {
  const words = useWords();
  return (
    <li>
      <NavLink
        href={href}
        current={current}
        {...(onGo && { onGo })}
        className={clsx(
          'flex h-9 items-center gap-3 rounded-lg px-2.5 text-sm transition-colors pointer-coarse:h-11',
          current ? 'bg-accent-soft font-medium text-accent' : 'hover:bg-sunken',
        )}
      >
        <span className={clsx('grid size-5 shrink-0 place-items-center', !current && 'text-muted')}>
          {mark}
        </span>
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {count !== undefined && count > 0 && (
          <span className={clsx('text-xs tabular-nums', !current && 'text-muted')}>
            <span aria-hidden>{count}</span>
            <span className="sr-only">, {words.frame.openTasks(count)}</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}
