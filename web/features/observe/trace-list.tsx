'use client';
import type { ObservedTrace } from '@zerodo/domain/observed';
import { clsx } from 'clsx';
import { inMs } from '../flow/ms.ts';
import { useObserveWords } from './observe-words.ts';

type Props = { traces: readonly ObservedTrace[]; chosen: string | null; onChoose(traceId: string): void };

/** What happened lately, each by its first step. */
export function TraceList({ traces, chosen, onChoose }: Props) {
  const words = useObserveWords();
  return (
    <ul className="flex flex-col gap-px">
      {traces.map(({ traceId, name, startedAt, ms, failed, spans }) => (
        <li key={traceId}>
          <button
            type="button"
            data-trace={traceId}
            aria-pressed={chosen === traceId}
            onClick={() => onChoose(traceId)}
            className={clsx(
              'w-full rounded-lg px-3 py-2 text-left text-sm transition-colors',
              chosen === traceId ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <span className="block font-medium [overflow-wrap:anywhere]">{name}</span>
            <span className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
              <time dateTime={startedAt}>{new Date(startedAt).toLocaleTimeString()}</time>
              <span>{inMs(ms)}</span>
              <span>{words.spans(spans.length)}</span>
              {failed && <span className="text-danger">{words.failed}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
