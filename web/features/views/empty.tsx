import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; title: string; words: string; children?: ReactNode };

/** Nothing to show, and what to do about it. */
export function Empty({ icon: Icon, title, words, children }: Props) {
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden className="size-7" />
      </span>
      <h2 className="mt-4 text-lg font-semibold">{title}</h2>
      <p className="mt-1 max-w-sm text-sm text-muted [overflow-wrap:anywhere]">{words}</p>
      {children}
    </div>
  );
}
