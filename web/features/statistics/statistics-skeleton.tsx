'use client';
import { useWords } from '@/words/use-words.ts';

const heights = [40, 64, 28, 88, 52, 100, 72, 36, 80, 60, 92, 48];

/** The page's shape while its numbers are on the way. */
export function StatisticsSkeleton() {
  const card = 'rounded-2xl border border-line bg-surface p-5';
  const bar = 'rounded bg-sunken';
  return (
    <div
      data-wide
      role="status"
      aria-label={useWords().frame.loading}
      className="mx-auto max-w-5xl animate-pulse"
    >
      <div className="mb-4 h-9 w-64 rounded-lg bg-sunken" />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {['completed', 'streak', 'rate', 'weekday'].map((tile) => (
          <div key={tile} className={card}>
            <div className={`h-4 w-20 ${bar}`} />
            <div className={`mt-4 h-8 w-14 ${bar}`} />
          </div>
        ))}
      </div>
      <div className={`mt-3 ${card}`}>
        <div className={`h-4 w-40 ${bar}`} />
        <svg aria-hidden="true" viewBox="0 0 240 100" preserveAspectRatio="none" className="mt-5 h-44 w-full">
          {heights.map((height, at) => (
            <rect
              key={height}
              x={at * 20 + 4}
              y={100 - height}
              width={12}
              height={height}
              rx={2}
              className="fill-sunken"
            />
          ))}
        </svg>
      </div>
    </div>
  );
}
