import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const looks = {
  problem: 'bg-danger-soft text-danger',
  note: 'bg-sunken text-ink',
  good: 'bg-accent-soft text-accent',
};

/** A sentence that has to be seen; a problem is said aloud at once. */
export function Says({ kind, children }: { kind: keyof typeof looks; children: ReactNode }) {
  return (
    <p
      role={kind === 'problem' ? 'alert' : kind === 'good' ? 'status' : undefined}
      className={clsx('rounded-lg px-3 py-2.5 text-sm [overflow-wrap:anywhere]', looks[kind])}
    >
      {children}
    </p>
  );
}
