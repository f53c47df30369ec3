'use client';
import type { ObservedTrace } from '@zerodo/domain/observed';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { inMs } from '../flow/ms.ts';
import { depthsOf } from './depths.ts';
import { useObserveWords } from './observe-words.ts';

type Props = { trace: ObservedTrace; onClose(): void };

/** Who did what within a trace, when and for how long: each step below the one that it came of. */
export function Waterfall({ trace, onClose }: Props) {
  const words = useObserveWords();
  const depths = depthsOf(trace.spans);
  const share = (ms: number) => `${(ms / Math.max(trace.ms, 0.001)) * 100}%`;
  return (
    <section aria-label={words.waterfall(trace.name)} className="rounded-xl border border-line bg-surface">
      <header className="flex items-center justify-between gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
        <h2 className="min-w-0 truncate text-sm font-semibold">{words.waterfall(trace.name)}</h2>
        <Button size="small" aria-label={words.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <ol className="px-4 py-3 text-sm">
        {trace.spans.map(({ spanId, service, name, offsetMs, ms, failed }) => (
          <li
            key={spanId}
            className="grid items-center gap-x-4 py-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
          >
            <p
              className="min-w-0 truncate"
              style={{ paddingInlineStart: `${(depths.get(spanId) ?? 0) * 0.75}rem` }}
            >
              <span className="font-medium">{service}</span> <span className="text-muted">{name}</span>
              {failed && <span className="text-danger"> {words.failed}</span>}
            </p>
            <div className="flex items-center gap-2">
              <span aria-hidden className="relative h-3 flex-1 rounded bg-sunken">
                <span
                  className={clsx('absolute inset-y-0 min-w-0.5 rounded', failed ? 'bg-danger' : 'bg-accent')}
                  style={{ left: share(offsetMs), width: share(ms) }}
                />
              </span>
              <span aria-hidden className="w-16 text-right text-xs text-muted tabular-nums">
                {inMs(ms)}
              </span>
              <span className="sr-only">{words.row(inMs(offsetMs), inMs(ms))}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
