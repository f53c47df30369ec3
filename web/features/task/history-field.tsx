'use client';
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';
import { History, Undo2 } from 'lucide-react';
import { inWords } from '@/lib/api.ts';
import { agoInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { historyOf } from '../tasks/task-queries.ts';
import { useIsUnderWay } from '../tasks/use-under-way.ts';
import { Field } from './field.tsx';
import { historyInWords } from './history-words.ts';

type Props = { task: Task; personId: string; viewer: Viewer; onUndo(eventId: string): void };

/** What happened to a task, newest first; each line can be taken back. */
export function HistoryField({ task, personId, viewer, onUndo }: Props) {
  const isUnderWay = useIsUnderWay(task.id);
  const { data, error } = useQuery({
    ...historyOf(task.id),
    // Before the server has it there is none.
    enabled: task.version > 0 && !isUnderWay,
  });
  const words = useWords();
  const said = useTaskWords();
  const undone = new Set(data?.items.map(({ undoes }) => undoes));
  return (
    <Field icon={History} label={said.history}>
      <h3 className="flex h-9 items-center text-sm font-medium">{said.history}</h3>
      {error && <p className="text-[0.8125rem] text-danger">{inWords(error, words)}</p>}
      <ol className="text-[0.8125rem] text-muted">
        {data?.items.map((entry) => {
          const { date, time } = wallClock(entry.time, viewer.zone);
          const line = historyInWords(entry, said);
          return (
            <li key={entry.id} className="flex min-h-8 items-center gap-2">
              <span className="min-w-0 flex-1 py-1">
                {line}
                {entry.actor !== personId && ` ${said.bySomebodyElse}`}
                {undone.has(entry.id) && ` · ${words.tasks.undone}`}
              </span>
              <time dateTime={entry.time} title={`${date} ${time}`} className="shrink-0 tabular-nums">
                {agoInWords(entry.time, viewer, words)}
              </time>
              {canBeUndone(entry) && !undone.has(entry.id) ? (
                <button
                  type="button"
                  aria-label={said.undoThis(line)}
                  title={words.frame.undo}
                  onClick={() => onUndo(entry.id)}
                  className="grid size-8 shrink-0 place-items-center rounded-lg hover:bg-sunken hover:text-ink"
                >
                  <Undo2 aria-hidden className="size-4" />
                </button>
              ) : (
                <span className="size-8 shrink-0" />
              )}
            </li>
          );
        })}
      </ol>
    </Field>
  );
}

/** A task that was made is taken back by deleting it; what was taken back already has its own line. */
const canBeUndone = ({ type, undoes }: HistoryEntry): boolean =>
  !undoes && ['updated', 'completed', 'reopened'].includes(type.split('.')[3] ?? '');
