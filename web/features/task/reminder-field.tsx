'use client';
import type { Reminder } from '@zerodo/domain/reminder';
import type { Task, TaskReminder } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Bell, X } from 'lucide-react';
import { useState } from 'react';
import { inSentence, momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import type { TaskEdit } from '../tasks/use-task-actions.ts';
import { control, Field } from './field.tsx';
import { asked, choicesFor } from './reminder-choices.ts';
import { reminderInWords } from './reminder-words.ts';

type Props = { task: Task; viewer: Viewer; onEdit(edit: TaskEdit): void };

const most = 10;

/** When to be reminded, and what became of each. */
export function ReminderField({ task, viewer, onEdit }: Props) {
  const [choosing, setChoosing] = useState(false);
  const here = wallClock(viewer.now, viewer.zone);
  const choices = choicesFor(task);

  const keep = (reminders: Reminder[]) => onEdit({ reminders });
  const add = (reminder: Reminder) => keep([...task.reminders.map(asked), reminder]);
  const remove = (gone: TaskReminder) =>
    keep(task.reminders.filter((reminder) => reminder !== gone).map(asked));

  const choose = (value: string) => {
    if (value === 'at') setChoosing(true);
    else if (value !== '') add(choices[Number(value)] as Reminder);
  };

  return (
    <Field icon={Bell} label="Reminders">
      {task.reminders.length > 0 && (
        <ul className="mb-2">
          {task.reminders.map((reminder, index) => {
            const words = reminderInWords(asked(reminder), here.date);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two equal reminders are told apart by their place
              <li key={`${words} ${index}`} className="flex min-h-9 items-center gap-2 text-sm">
                <span className="min-w-0 flex-1">
                  {words}
                  <span className="block text-[0.8125rem] text-muted">{fate(reminder, viewer)}</span>
                </span>
                <button
                  type="button"
                  aria-label={`Remove reminder: ${words}`}
                  onClick={() => remove(reminder)}
                  className="grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
                >
                  <X aria-hidden className="size-4" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {choosing ? (
        <form
          className="flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const local = new FormData(event.currentTarget).get('local');
            if (typeof local === 'string' && local) add({ type: 'at', local, timezone: viewer.zone });
            setChoosing(false);
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
            autoFocus
            type="datetime-local"
            name="local"
            aria-label="Remind me at"
            required
            min={`${here.date}T${here.time}`}
            className={control}
          />
          <button type="submit" className={clsx(control, 'font-medium')}>
            Add
          </button>
        </form>
      ) : (
        task.reminders.length < most && (
          <select
            aria-label="Add a reminder"
            value=""
            onChange={({ target }) => choose(target.value)}
            className={clsx(control, 'max-w-full text-muted')}
          >
            <option value="">Add a reminder</option>
            {choices.map((choice, index) => (
              <option key={reminderInWords(choice, here.date)} value={index}>
                {reminderInWords(choice, here.date)}
              </option>
            ))}
            <option value="at">At a date and time…</option>
          </select>
        )
      )}
    </Field>
  );
}

/** What became of a reminder, in words. */
function fate({ state, fireAt, sentAt }: TaskReminder, { now, zone }: Viewer): string {
  const today = wallClock(now, zone).date;
  const moment = (instant: string | null) =>
    instant ? inSentence(momentInWords(wallClock(instant, zone), today)) : '';
  switch (state) {
    case 'sent':
      return `Sent ${moment(sentAt)}`;
    case 'late':
      return `Sent late, ${moment(sentAt)}`;
    case 'past':
      return 'Was over already, not sent';
    case 'cancelled':
      return 'Not needed any more';
    default:
      return fireAt ? `Comes ${moment(fireAt)}` : '';
  }
}
