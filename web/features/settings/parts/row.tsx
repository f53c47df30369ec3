import type { ReactNode } from 'react';

type Props = { label: ReactNode; hint?: ReactNode; hintId?: string; children: ReactNode };

/** One choice: what it is at the left, how it is at the right; below each other where there is no room. */
export function Row({ label, hint, hintId, children }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-t border-line py-2.5 first:border-t-0">
      <div className="min-w-[min(9rem,60%)] flex-1">
        <div className="text-sm font-medium">{label}</div>
        {hint && (
          <p id={hintId} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}

/** How a plain input or select looks in the settings. */
export const control =
  'h-10 max-w-full rounded-lg border border-line-strong bg-surface px-2.5 text-sm text-ink disabled:opacity-55';
