'use client';
import { clsx } from 'clsx';
import { Pause, Play } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { choicesIn } from './flow-filter.ts';
import { useFlowWords } from './flow-words.ts';
import type { Journey } from './journeys.ts';

type Props = {
  journeys: Journey[];
  filter: string;
  onFilter(filter: string): void;
  paused: boolean;
  onPause(paused: boolean): void;
};

/** Whether it follows what happens, and what of it the list shows. */
export function FlowBar({ journeys, filter, onFilter, paused, onPause }: Props) {
  const words = useFlowWords();
  const id = useId();
  const { functions, types } = choicesIn(journeys);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 px-1">
      <Button size="small" variant="outline" onClick={() => onPause(!paused)}>
        {paused ? <Play aria-hidden className="size-3.5" /> : <Pause aria-hidden className="size-3.5" />}
        {paused ? words.goOn : words.pause}
      </Button>
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <span
          aria-hidden
          className={clsx('size-2 rounded-full', paused ? 'bg-line-strong' : 'animate-pulse bg-accent')}
        />
        {paused ? words.paused : words.live}
      </p>
      <label htmlFor={id} className="sr-only">
        {words.filter}
      </label>
      <select
        id={id}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
        className="ml-auto h-8 max-w-40 min-w-0 sm:max-w-48 rounded-lg border border-line bg-surface px-2 text-sm text-ink"
      >
        <option value="">{words.everything}</option>
        <option value="cold">{words.tiles.cold}</option>
        <option value="trouble">{words.troubles}</option>
        <optgroup label={words.functions}>
          {functions.map((name) => (
            <option key={name} value={`function ${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.types}>
          {types.map(([type, short]) => (
            <option key={type} value={`type ${type}`}>
              {short}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
