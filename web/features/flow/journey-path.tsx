'use client';
import { clsx } from 'clsx';
import { Snowflake, X } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useFlowWords } from './flow-words.ts';
import { isTrouble, type Station, shortType } from './journeys.ts';
import { inMs } from './ms.ts';

type Props = { title: string; stations: Station[]; onClose(): void };

/** One way, step by step: how long after it began, who, what, for how long, cold or warm, which try. */
export function JourneyPath({ title, stations, onClose }: Props) {
  const words = useFlowWords();
  return (
    <section aria-label={words.path} className="rounded-xl border border-line bg-surface">
      <header className="flex items-center justify-between gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
        <h2 className="min-w-0 truncate text-sm font-semibold">
          {words.path}: {title}
        </h2>
        <Button size="small" aria-label={words.back} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <ol className="px-4 py-3 text-sm">
        {stations.map((station) => (
          <li key={keyOf(station)} className="relative flex gap-3 pb-3 last:pb-0">
            <span className="w-16 shrink-0 pt-px text-right text-xs text-muted tabular-nums">
              +{inMs(station.at)}
            </span>
            <span
              aria-hidden
              className={clsx(
                'relative z-10 mt-1.5 size-2.5 shrink-0 rounded-full border-2 border-surface outline outline-1',
                station.kind === 'event' && 'bg-accent outline-accent',
                station.kind === 'relay' && 'bg-muted outline-muted',
                station.kind === 'step' &&
                  (isTrouble(station.step)
                    ? 'bg-danger outline-danger'
                    : station.step.coldMs !== null
                      ? 'bg-tag outline-tag'
                      : 'bg-ink outline-ink'),
              )}
            />
            <StationWords station={station} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const keyOf = (station: Station): string =>
  station.kind === 'event' ? station.event.id : `${station.kind} ${station.step.id}`;

function StationWords({ station }: { station: Station }) {
  const words = useFlowWords();
  if (station.kind === 'event') {
    const { type, topics } = station.event;
    return (
      <span className="min-w-0">
        <span className="font-medium text-accent">{shortType(type)}</span> {words.announced}
        <span className="block text-xs text-muted [overflow-wrap:anywhere]">{topics.join(' · ')}</span>
      </span>
    );
  }
  const { step } = station;
  if (station.kind === 'relay') {
    return (
      <span className="min-w-0 text-muted">
        <span className="font-medium text-ink">{step.function}</span> {words.relayed}
        <span className="block text-xs tabular-nums">{inMs(step.ms)}</span>
      </span>
    );
  }
  const { outcome, code, coldMs, seen } = step;
  return (
    <span className="min-w-0">
      <span className="font-medium">{step.function}</span>{' '}
      <span className="text-muted">{shortType(step.type)}</span>
      <span className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
        <span>{inMs(step.ms)}</span>
        {coldMs === null ? (
          <span>{words.warm}</span>
        ) : (
          <span className="flex items-center gap-1 text-tag">
            <Snowflake aria-hidden className="size-3" />
            {words.startedCold(inMs(coldMs))}
          </span>
        )}
        {station.attempt > 1 && <span className="text-bell">{words.attempt(station.attempt)}</span>}
        {(seen ?? 1) > 1 && <span className="text-bell">{words.seenBefore}</span>}
        {outcome !== 'done' && (
          <span className={isTrouble(step) ? 'text-danger' : ''}>
            {words.outcomes[outcome]}
            {code && ` (${code})`}
          </span>
        )}
      </span>
    </span>
  );
}
