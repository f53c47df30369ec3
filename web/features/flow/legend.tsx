'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from './flow-words.ts';

const line = (className: string): ReactNode => (
  <svg aria-hidden="true" viewBox="0 0 24 6" className="h-1.5 w-6">
    <path d="M0 3 H24" fill="none" className={`[stroke-width:2] ${className}`} />
  </svg>
);

/** What the lines and signs of the picture mean. */
export function Legend() {
  const { legend: words } = useFlowWords();
  const entries: [ReactNode, string][] = [
    [line('stroke-accent/60'), words.trigger],
    [line('stroke-tag/70 [stroke-dasharray:5_4]'), words.source],
    [line('stroke-line-strong [stroke-dasharray:2_4]'), words.tick],
    [line('stroke-danger/60 [stroke-dasharray:3_4]'), words.dead],
    [
      <span key="cold" className="text-tag" aria-hidden="true">
        ❄
      </span>,
      words.cold,
    ],
    [
      <span key="clock" aria-hidden="true">
        ◷
      </span>,
      words.scheduled,
    ],
  ];
  return (
    <ul aria-label={words.title} className="flex flex-wrap gap-x-5 gap-y-1 px-1 pt-2 text-xs text-muted">
      {entries.map(([sign, text]) => (
        <li key={text} className="flex items-center gap-1.5">
          {sign}
          {text}
        </li>
      ))}
    </ul>
  );
}
