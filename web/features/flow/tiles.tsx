'use client';
import { clsx } from 'clsx';
import { useFlowWords } from './flow-words.ts';
import { isTick, type Journey } from './journeys.ts';
import { inMs } from './ms.ts';
import type { FlowRecord } from './record.ts';

type Props = { record: FlowRecord; journeys: Journey[] };

/** What the last minutes come to. */
export function Tiles({ record, journeys }: Props) {
  const { tiles: words, window } = useFlowWords();
  const steps = [...record.steps.values()];
  const worked = steps.filter(({ type, outcome }) => !isTick(type) && outcome === 'done');
  const median = worked.map(({ ms }) => ms).toSorted((one, other) => one - other)[
    Math.floor(worked.length / 2)
  ];
  const cold = steps.filter(({ coldMs }) => coldMs !== null).length;
  const retries = journeys.reduce((sum, journey) => sum + journey.retries, 0);
  const tiles: [name: string, value: string | number, tone: string][] = [
    [words.journeys, journeys.length, ''],
    [words.steps, steps.length + steps.reduce((sum, { omitted }) => sum + omitted, 0), ''],
    [words.median, median === undefined ? '–' : inMs(median), ''],
    [words.cold, cold, cold > 0 ? 'text-tag' : ''],
    [words.retries, retries, retries > 0 ? 'text-bell' : ''],
    [words.dead, record.deadLetters, record.deadLetters > 0 ? 'text-danger' : ''],
  ];
  return (
    <dl title={window} className="grid grid-cols-3 gap-2 sm:grid-cols-6">
      {tiles.map(([name, value, tone]) => (
        <div key={name} className="rounded-xl border border-line bg-surface px-3 py-2">
          <dt className="truncate text-xs text-muted">{name}</dt>
          <dd className={clsx('text-lg font-semibold tabular-nums', tone)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
