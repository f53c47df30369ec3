'use client';
import type { ReactNode } from 'react';
import type { usePoints } from './use-points.ts';

type Props = {
  label: string;
  /** What the mark that was reached says. */
  text: string;
  count: number;
  points: ReturnType<typeof usePoints>;
  width: number;
  height: number;
  children: ReactNode;
};

/** The picture, and to who cannot see it a slider that says the value of one mark after the other. */
export function Drawing({ label, text, count, points, width, height, children }: Props) {
  return (
    <svg
      width={width}
      height={height}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it takes the focus and the arrow keys
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={points.at + 1}
      aria-valuetext={text}
      {...points.handlers}
      className="block touch-pan-y touch-pan-x overflow-visible rounded-lg select-none focus-visible:outline-offset-4"
    >
      {children}
    </svg>
  );
}
