'use client';
import type { Due } from '@zerodo/domain/due';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Calendar } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { addDays, dateInWords, longDate, nextMonday, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { Words } from '@/words/words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { DayPicker } from './day-picker.tsx';
import { control, Field } from './field.tsx';

type Props = { task: Task; viewer: Viewer; onEdit(edit: TaskEdit): void };

/** When it is due: a day, perhaps a time, in the zone that they are meant in. */
export function DueField({ task, viewer, onEdit }: Props) {
  const { due } = task;
  const words = useWords();
  const said = useTaskWords();
  const today = wallClock(viewer.now, viewer.zone).date;
  const monday = nextMonday(today);

  const set = (change: { date?: string; time?: string | null }) =>
    onEdit({
      due: { date: today, time: null, timezone: viewer.zone, floating: false, ...due, ...change },
    });

  return (
    <Field icon={Calendar} label={said.due}>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="date"
          aria-label={said.dueDate}
          value={due?.date ?? ''}
          min="1900-01-01"
          max="2200-12-31"
          onChange={({ target }) => {
            if (target.value && target.validity.valid) set({ date: target.value });
          }}
          className={clsx(control, 'tabular-nums')}
        />
        <DayPicker
          value={due?.date ?? null}
          today={today}
          zone={viewer.zone}
          onPick={({ date, time }) => set({ date, ...(time && { time }) })}
        />
        <input
          type="time"
          aria-label={said.dueTime}
          value={due?.time?.slice(0, 5) ?? ''}
          onChange={({ target }) => set({ time: target.value || null })}
          className={clsx(control, 'tabular-nums')}
        />
      </div>
      {due && (
        <div className="mt-1 flex min-h-8 items-center justify-between gap-2">
          <p className="text-[0.8125rem] text-muted">
            {dueInWords(due, { today, zone: viewer.zone }, words)}
          </p>
          {!task.recurrence && (
            <Button size="small" onClick={() => onEdit({ due: null })}>
              {said.clear}
            </Button>
          )}
        </div>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {[today, addDays(today, 1), monday].map((date, index) => (
          <Button key={date} size="small" variant="outline" onClick={() => set({ date })}>
            {index === 2 ? words.dates.nextWeek : dateInWords(date, today, words)}
          </Button>
        ))}
      </div>
    </Field>
  );
}

/** "Tue 24 Nov at 16:00 in Asia/Tokyo": the zone only where it is another one. */
function dueInWords(due: Due, { today, zone }: { today: string; zone: string }, words: Words): string {
  const day = longDate(due.date, today, words);
  if (!due.time) return words.dates.allDay(day);
  const when = words.dates.at(day, due.time.slice(0, 5));
  const elsewhere = due.timezone !== zone && !due.floating;
  return elsewhere ? words.dates.inZone(when, due.timezone.replaceAll('_', ' ')) : when;
}
