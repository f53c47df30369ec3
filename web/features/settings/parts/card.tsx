import { type ReactNode, useId } from 'react';

type Props = {
  title: string;
  hint?: ReactNode;
  /** At the right of the title: how saving goes, or what can be done. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** What belongs together, under a name. */
export function Card({ title, hint, aside, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-4 sm:p-5">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {hint && <p className="mt-0.5 text-sm text-muted">{hint}</p>}
      <div className="mt-3 empty:hidden">{children}</div>
    </section>
  );
}
