import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const always =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:cursor-not-allowed';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  outline: 'border border-line bg-surface text-ink hover:bg-sunken',
  danger: 'text-danger hover:bg-danger-soft',
  destroy: 'bg-danger text-surface hover:opacity-90',
};

const sizes = {
  normal: 'h-10 px-4 text-sm',
  small: 'h-8 px-3 text-sm',
  large: 'h-11 px-5 text-base',
  icon: 'size-10',
};

type Props = ComponentProps<'button'> & { variant?: keyof typeof variants; size?: keyof typeof sizes };

export function Button({ variant = 'quiet', size = 'normal', className, type = 'button', ...props }: Props) {
  return (
    <button type={type} className={clsx(always, variants[variant], sizes[size], className)} {...props} />
  );
}
