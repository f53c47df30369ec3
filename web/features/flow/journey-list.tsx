'use client';
import { clsx } from 'clsx';
import { RotateCw, Snowflake, TriangleAlert } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { useFlowWords } from './flow-words.ts';
import { type Journey, shortType } from './journeys.ts';
import { inMs } from './ms.ts';

type Props = { journeys: Journey[]; chosen: string | null; onChoose(id: string | null): void };

/** The latest first; a press shows the way of one. */
export function JourneyList({ journeys, chosen, onChoose }: Props) {
  return (
    <ul className="flex flex-col gap-px">
      {journeys.map((journey) => (
        <JourneyRow
          key={journey.id}
          journey={journey}
          chosen={journey.id === chosen}
          onChoose={() => onChoose(journey.id === chosen ? null : journey.id)}
        />
      ))}
    </ul>
  );
}

type RowProps = { journey: Journey; chosen: boolean; onChoose(): void };

function JourneyRow({ journey, chosen, onChoose }: RowProps) {
  const words = useFlowWords();
  const { locale } = useWords();
  const { type, begunAt, ms, functions, cold, retries, failed, events } = journey;
  const facts = [...new Set(events.map((event) => shortType(event.type)))];
  return (
    <li>
      <button
        type="button"
        aria-expanded={chosen}
        data-trace={journey.id}
        onClick={onChoose}
        className={clsx(
          'flex w-full flex-col gap-0.5 rounded-lg px-3 py-2 text-left text-sm hover:bg-sunken',
          chosen && 'bg-accent-soft hover:bg-accent-soft',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{shortType(type)}</span>
          <time dateTime={new Date(begunAt).toISOString()} className="text-xs text-muted tabular-nums">
            {new Date(begunAt).toLocaleTimeString(locale)}
          </time>
        </span>
        {facts.length > 0 && <span className="truncate text-xs text-muted">→ {facts.join(', ')}</span>}
        <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-muted tabular-nums">
          <span>
            {words.reached(functions.length)} {words.took(inMs(ms))}
          </span>
          {cold > 0 && (
            <span className="flex items-center gap-1 text-tag">
              <Snowflake aria-hidden className="size-3" />
              {words.cold(cold)}
            </span>
          )}
          {retries > 0 && (
            <span className="flex items-center gap-1 text-bell">
              <RotateCw aria-hidden className="size-3" />
              {words.retries(retries)}
            </span>
          )}
          {failed > 0 && (
            <span className="flex items-center gap-1 text-danger">
              <TriangleAlert aria-hidden className="size-3" />
              {words.failed(failed)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
