'use client';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { inWords } from '@/lib/api.ts';
import { agoInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { historyOf } from '../tasks/task-queries.ts';
import { Field } from './field.tsx';
import { historyInWords } from './history-words.ts';

type Props = { taskId: string; personId: string; viewer: Viewer };

/** What happened to a task, newest first. */
export function HistoryField({ taskId, personId, viewer }: Props) {
  const { data, error } = useQuery(historyOf(taskId));
  return (
    <Field icon={History} label="History">
      <h3 className="flex h-9 items-center text-sm font-medium">History</h3>
      {error && <p className="text-[0.8125rem] text-danger">{inWords(error)}</p>}
      <ol className="space-y-1 text-[0.8125rem] text-muted">
        {data?.items.map((entry) => {
          const { date, time } = wallClock(entry.time, viewer.zone);
          return (
            <li key={entry.id} className="flex justify-between gap-3">
              <span className="min-w-0">
                {historyInWords(entry)}
                {entry.actor !== personId && ' by somebody else'}
              </span>
              <time dateTime={entry.time} title={`${date} ${time}`} className="shrink-0 tabular-nums">
                {agoInWords(entry.time, viewer.now, viewer.zone)}
              </time>
            </li>
          );
        })}
      </ol>
    </Field>
  );
}
