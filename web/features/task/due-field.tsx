'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Calendar } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { addDays, dateInWords, longDate, type Viewer, wallClock, weekdayOf } from '@/lib/local-time.ts';
import type { TaskEdit } from '../tasks/use-task-actions.ts';
import { control, Field } from './field.tsx';

type Props = { task: Task; viewer: Viewer; onEdit(edit: TaskEdit): void };

/** When it is due: a day, perhaps a time, in the zone that they are meant in. */
export function DueField({ task, viewer, onEdit }: Props) {
  const { due } = task;
  const today = wallClock(viewer.now, viewer.zone).date;
  const monday = addDays(today, ((8 - weekdayOf(today)) % 7 || 7) as number);

  const set = (change: { date?: string; time?: string | null }) =>
    onEdit({
      due: { date: today, time: null, timezone: viewer.zone, floating: false, ...due, ...change },
    });

  return (
    <Field icon={Calendar} label="Due">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="date"
          aria-label="Due date"
          value={due?.date ?? ''}
          min="1900-01-01"
          max="2200-12-31"
          onChange={({ target }) => {
            if (target.value && target.validity.valid) set({ date: target.value });
          }}
          className={clsx(control, 'tabular-nums')}
        />
        <input
          type="time"
          aria-label="Due time"
          value={due?.time?.slice(0, 5) ?? ''}
          onChange={({ target }) => set({ time: target.value || null })}
          className={clsx(control, 'tabular-nums')}
        />
      </div>
      {due && (
        <div className="mt-1 flex min-h-8 items-center justify-between gap-2">
          <p className="text-[0.8125rem] text-muted">
            {longDate(due.date, today)}
            {due.time ? ` at ${due.time.slice(0, 5)}` : ', all day'}
            {due.time &&
              due.timezone !== viewer.zone &&
              !due.floating &&
              ` in ${due.timezone.replaceAll('_', ' ')}`}
          </p>
          {!task.recurrence && (
            <Button size="small" onClick={() => onEdit({ due: null })}>
              Clear
            </Button>
          )}
        </div>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {[today, addDays(today, 1), monday].map((date, index) => (
          <Button key={date} size="small" variant="outline" onClick={() => set({ date })}>
            {index === 2 ? 'Next week' : dateInWords(date, today)}
          </Button>
        ))}
      </div>
    </Field>
  );
}
