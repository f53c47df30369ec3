'use client';
import type { Stats } from '@zerodo/domain/stats';
import { useId } from 'react';
import { useStatisticsWords } from './statistics-words.ts';

/** On time, late and without a due date: shares of what was completed, told apart by pattern too. */
export const punctualParts = ({ completed, onTime, late }: Stats['totals']) =>
  [
    { kind: 'onTime', count: onTime },
    { kind: 'late', count: late },
    { kind: 'noDate', count: completed - onTime - late },
  ] as const;

const gap = 0.6;

export function PunctualBar({ totals }: { totals: Stats['totals'] }) {
  const { said, number, percent } = useStatisticsWords();
  const id = useId();
  const parts = punctualParts(totals);
  const fills = {
    onTime: { fill: undefined, className: 'fill-date' },
    late: { fill: `url(#${id}late)`, className: undefined },
    noDate: { fill: `url(#${id}none)`, className: undefined },
  };
  let from = 0;
  return (
    <>
      <svg aria-hidden="true" width="100%" height={28} className="block overflow-hidden rounded-lg bg-sunken">
        <defs>
          <pattern
            id={`${id}late`}
            width={7}
            height={7}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={7} height={7} className="fill-danger-soft" />
            <rect width={4} height={7} className="fill-danger" />
          </pattern>
          <pattern id={`${id}none`} width={7} height={7} patternUnits="userSpaceOnUse">
            <rect width={7} height={7} className="fill-sunken" />
            <circle cx={3.5} cy={3.5} r={1.4} className="fill-line-strong" />
          </pattern>
        </defs>
        {parts.map(({ kind, count }) => {
          const width = (100 * count) / Math.max(1, totals.completed);
          const x = from;
          from += width;
          return (
            width > 0 && (
              <rect
                key={kind}
                x={`${x}%`}
                width={`${Math.max(0.5, width - gap)}%`}
                height={28}
                {...fills[kind]}
              />
            )
          );
        })}
      </svg>
      <dl className="mt-4 flex flex-col gap-2 text-sm">
        {parts.map(({ kind, count }) => (
          <div key={kind} className="flex items-center gap-2.5">
            <svg aria-hidden="true" width={16} height={16} className="shrink-0 overflow-hidden rounded">
              <rect width={16} height={16} {...fills[kind]} />
            </svg>
            <dt className="flex-1">{said.punctual[kind]}</dt>
            <dd className="font-medium tabular-nums">
              {number(count)}
              <span className="ml-2 inline-block w-11 text-right font-normal text-muted">
                {percent(count / Math.max(1, totals.completed))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
