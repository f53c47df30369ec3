'use client';
import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { FlowSkeleton } from '../flow/flow-skeleton.tsx';
import { MetricTiles } from '../observe/metric-tiles.tsx';
import { observed } from '../observe/observe-queries.ts';
import { useObserveWords } from '../observe/observe-words.ts';
import { TraceList } from '../observe/trace-list.tsx';
import { Waterfall } from '../observe/waterfall.tsx';
import { Trouble } from '../tasks/listing.tsx';
import { Empty } from './empty.tsx';

/** In the address, where a log line leads to it. */
const lookAt = (trace: string | null) =>
  window.history.replaceState(null, '', trace ? `/observe?trace=${trace}` : '/observe');

/** For operators: the latest traces and metrics of this machine, where it was started to keep them. */
export default function ObserveView() {
  const words = useObserveWords();
  const lookedAt = useSearchParams().get('trace');
  const { data, error, refetch } = useQuery(observed(lookedAt));
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <FlowSkeleton />;
  if (!data.on) return <Empty icon={Activity} title={words.off} words={words.offWords} />;

  const { traces, metrics, everySeconds } = data;
  const chosen = traces.find(({ traceId }) => traceId === lookedAt);
  return (
    <div data-wide>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      <div className="grid items-start gap-6 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <section aria-label={words.traces} className="min-w-0">
          <h2 className="px-3 pb-2 text-sm font-semibold">{words.traces}</h2>
          {traces.length === 0 && <p className="px-3 py-4 text-sm text-muted">{words.empty}</p>}
          <div className="max-h-80 overflow-y-auto overscroll-contain lg:max-h-[36rem]">
            <TraceList traces={traces} chosen={lookedAt} onChoose={lookAt} />
          </div>
        </section>
        {chosen ? (
          <Waterfall trace={chosen} onClose={() => lookAt(null)} />
        ) : (
          <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-sm text-muted">
            {words.chooseTrace}
          </p>
        )}
      </div>
      <section aria-label={words.metrics} className="mt-6">
        <h2 className="px-3 pb-2 text-sm font-semibold">{words.metrics}</h2>
        <MetricTiles metrics={metrics} everySeconds={everySeconds} />
      </section>
    </div>
  );
}
