import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; label: string; children: ReactNode };

/** One property of a task: what it is at the left, how it is at the right. */
export function Field({ icon: Icon, label, children }: Props) {
  return (
    <section aria-label={label} className="grid grid-cols-[1.75rem_1fr] border-t border-line py-3.5">
      <Icon aria-hidden className="mt-2 size-[1.125rem] text-muted" />
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** How a plain input or select looks in a panel. */
export const control =
  'h-9 rounded-lg border border-line bg-surface px-2.5 text-sm text-ink hover:border-line-strong';
