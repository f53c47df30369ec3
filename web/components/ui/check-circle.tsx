import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';

const ring: Record<number, string> = {
  1: 'border-danger text-danger bg-danger-soft',
  2: 'border-bell text-bell bg-bell-soft',
  3: 'border-tag text-tag bg-tag-soft',
  4: 'border-line-strong text-muted bg-surface',
};

type Props = Omit<ComponentProps<'button'>, 'children' | 'role'> & {
  checked: boolean;
  label: string;
  /** 1 (highest) to 4 (none): the colour of the ring. */
  priority: number;
};

/** A round checkbox. The target is 40 px wide, so that a thumb meets it. */
export function CheckCircle({ checked, label, priority, className, ...props }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a styled native checkbox needs inline styles that our policy forbids
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      className={clsx('group/check grid size-10 shrink-0 place-items-center rounded-full', className)}
      {...props}
    >
      <span
        className={clsx(
          'grid size-5 place-items-center rounded-full border-2 transition-colors',
          checked ? 'animate-check border-accent bg-accent text-on-accent' : ring[priority],
        )}
      >
        <Check
          aria-hidden
          strokeWidth={3.5}
          className={clsx(
            'size-3 transition-opacity',
            checked ? 'opacity-100' : 'opacity-0 group-hover/check:opacity-70',
          )}
        />
      </span>
    </button>
  );
}
