'use client';
import type { Observed, ObservedMetric } from '@zerodo/domain/observed';
import { inUnit } from './in-unit.ts';
import { useObserveWords } from './observe-words.ts';
import { sparkOf } from './sparkline.ts';

const [width, height] = [120, 24];

/** Every metric as a number, and how it went lately. */
export function MetricTiles({ metrics, everySeconds }: Pick<Observed, 'metrics' | 'everySeconds'>) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
      {metrics.map((metric) => (
        <Tile key={metric.name} metric={metric} everySeconds={everySeconds} />
      ))}
    </ul>
  );
}

function Tile({ metric, everySeconds }: { metric: ObservedMetric; everySeconds: number }) {
  const words = useObserveWords();
  const { name, unit, value, count, points } = metric;
  return (
    <li className="flex items-end justify-between gap-3 rounded-xl border border-line bg-surface px-3 py-2">
      <div className="min-w-0">
        <p className="text-xs text-muted [overflow-wrap:anywhere]">{name}</p>
        <p className="text-lg font-semibold tabular-nums">
          {inUnit(value, unit)}
          {count !== null && (
            <span className="block text-xs font-normal text-muted">
              {words.p95} · {words.values(count)}
            </span>
          )}
        </p>
      </div>
      <svg
        aria-hidden
        viewBox={`0 -1 ${width} ${height + 2}`}
        className="h-7 w-28 shrink-0 text-accent"
        preserveAspectRatio="none"
      >
        <title>{words.lately(points.length, everySeconds)}</title>
        <polyline
          points={sparkOf(points, width, height)}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </li>
  );
}
