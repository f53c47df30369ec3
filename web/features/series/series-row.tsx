'use client';
import { Menu } from '@base-ui/react/menu';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { clsx } from 'clsx';
import { CircleStop, Ellipsis, Pause, Play, Repeat, SkipForward, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { inSentence, momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useSeriesWords } from '@/words/use-series-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { SeriesActions } from './series-actions.ts';

type Props = {
  series: SeriesView;
  viewer: Viewer;
  actions: SeriesActions;
  onOpen(taskId: string): void;
  onRemove(series: SeriesView): void;
};

/** One series: its rule in words, when it comes next, and what can be done with it. */
export function SeriesRow({ series, viewer, actions, onOpen, onRemove }: Props) {
  const words = useSeriesWords();
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const { status, openTaskId } = series;
  const title = (
    <>
      <span className="text-[0.9375rem] leading-6 [overflow-wrap:anywhere]">{series.title}</span>
      <SeriesLine series={series} viewer={viewer} />
    </>
  );
  return (
    <li
      ref={line}
      className="flex items-start gap-1 rounded-xl pr-1.5 pl-3 transition-colors hover:bg-surface focus-within:bg-surface"
    >
      <Repeat
        aria-hidden
        className={clsx(
          'mt-3.5 mr-1 size-[1.125rem] shrink-0',
          status === 'active' ? 'text-repeat' : 'text-muted',
        )}
      />
      {openTaskId ? (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => onOpen(openTaskId)}
          className="flex min-w-0 flex-1 flex-col rounded-lg py-2.5 pl-1 text-left"
        >
          {title}
        </button>
      ) : (
        <div className="flex min-w-0 flex-1 flex-col py-2.5 pl-1">{title}</div>
      )}
      <PopupMenu
        container={line}
        label={words.actions(series.title)}
        open={open}
        onOpenChange={setOpen}
        triggerLabel={words.actions(series.title)}
        trigger={<Ellipsis aria-hidden className="size-5" />}
        triggerClass="mt-1.5 grid size-10 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken"
      >
        {status === 'active' && openTaskId && (
          <Menu.Item className={menuItem} onClick={() => void actions.skip(openTaskId)}>
            <SkipForward aria-hidden className="size-4 text-muted" />
            {words.skip}
          </Menu.Item>
        )}
        {status === 'active' && (
          <Menu.Item className={menuItem} onClick={() => void actions.pause(series)}>
            <Pause aria-hidden className="size-4 text-muted" />
            {words.pause}
          </Menu.Item>
        )}
        {status !== 'active' && (
          <Menu.Item className={menuItem} onClick={() => void actions.resume(series)}>
            <Play aria-hidden className="size-4 text-muted" />
            {words.resume}
          </Menu.Item>
        )}
        {status !== 'ended' && (
          <Menu.Item className={menuItem} onClick={() => void actions.end(series)}>
            <CircleStop aria-hidden className="size-4 text-muted" />
            {words.end}
          </Menu.Item>
        )}
        <Menu.Item className={clsx(menuItem, 'text-danger')} onClick={() => onRemove(series)}>
          <Trash2 aria-hidden className="size-4" />
          {words.remove}…
        </Menu.Item>
      </PopupMenu>
    </li>
  );
}

/** What is open, else what comes by the rule: an instant. */
export const comesNext = ({ openDueAt, nextDueAt }: SeriesView): string | null => openDueAt ?? nextDueAt;

/** "Every 3 days · Next tomorrow 09:00": what is open, else what comes; or that it waits or is over. */
function SeriesLine({ series, viewer }: Pick<Props, 'series' | 'viewer'>) {
  const words = useWords();
  const said = useSeriesWords();
  const { status, recurrence, due } = series;
  const instant = comesNext(series);
  // A whole day and a floating time are the same everywhere.
  const next = instant && wallClock(instant, due.time && !due.floating ? viewer.zone : due.timezone);
  const today = wallClock(viewer.now, viewer.zone).date;
  const moment = next && momentInWords({ date: next.date, time: due.time && next.time }, today, words);
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-[0.8125rem] leading-5 text-muted">
      <span className="tabular-nums">
        {recurrence.text}
        {status === 'active' && ` · ${moment ? said.next(inSentence(moment, words)) : said.nothingNext}`}
      </span>
      {status !== 'active' && (
        <span
          className={clsx(
            'rounded-full px-2 text-xs font-medium leading-5',
            status === 'paused' ? 'bg-bell-soft text-bell' : 'bg-sunken text-muted',
          )}
        >
          {said.status[status]}
        </span>
      )}
    </span>
  );
}
