'use client';
import type { Coming } from '@zerodo/domain/series-queries';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { useCalendarWords } from '@/words/use-calendar-words.ts';
import { go } from '../navigation/go.ts';
import { dueHere } from '../tasks/due.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** An occurrence that is no task yet; a press opens the one that is, or the list of what recurs. */
export function ComingTask({ coming, className }: { coming: Coming; className?: string }) {
  const calendar = useCalendarWords();
  const { viewer, openTask } = useWorkspace();
  const { title, openTaskId } = coming;
  const time = dueHere(coming, viewer.zone)?.time;
  return (
    <button
      type="button"
      aria-label={calendar.coming(time ? `${time} ${title}` : title)}
      onClick={() => (openTaskId ? openTask(openTaskId) : go('/recurring'))}
      className={clsx(
        'flex min-w-0 items-baseline gap-1.5 rounded-md border border-line border-dashed px-1.5 py-0.5 text-left text-[0.8125rem] text-muted leading-5 hover:bg-sunken hover:text-ink',
        className,
      )}
    >
      {time && <span className="shrink-0 tabular-nums">{time}</span>}
      <span className="min-w-0 truncate">{title}</span>
      <Repeat aria-hidden className="size-3 shrink-0 self-center" />
    </button>
  );
}
