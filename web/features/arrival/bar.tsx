import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; label: string; title: string; hint: string; children: ReactNode };

/** Something to know and to answer, calmly, above the view. */
export function Bar({ icon: Icon, label, title, hint, children }: Props) {
  return (
    <section
      aria-label={label}
      className="mx-1 mt-2 flex animate-appear flex-col gap-3 rounded-2xl border border-line bg-surface p-4 text-sm"
    >
      <div className="flex gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div role="status" className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          <p className="mt-0.5 text-muted">{hint}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2 sm:pl-8">{children}</div>
    </section>
  );
}
