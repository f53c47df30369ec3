'use client';
import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'textarea'> & {
  value: string;
  /** Drawn behind the text with the same letters, e.g. to mark parts of it. */
  behind?: ReactNode;
  /** Classes that both layers need, so that letters lie on each other: font, padding, leading. */
  text?: string;
};

/**
 * A text field as high as its text. The hidden copy in the same grid cell gives the height, so no
 * script measures anything and long titles wrap.
 */
export function GrowingText({ behind, text, className, value, ...props }: Props) {
  const layer = clsx('col-start-1 row-start-1 w-full min-w-0 break-words whitespace-pre-wrap', text);
  return (
    <div className={clsx('grid min-w-0', className)}>
      <div aria-hidden className={clsx(layer, 'pointer-events-none text-transparent select-none')}>
        {behind ?? value}
        {'\u200b'}
      </div>
      <textarea
        rows={1}
        value={value}
        className={clsx(
          layer,
          'resize-none overflow-hidden bg-transparent outline-none placeholder:truncate placeholder:text-muted',
        )}
        {...props}
      />
    </div>
  );
}
