'use client';
import type { Reminder } from '@zerodo/domain/reminder';
import type { Task, TaskReminder } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Bell, X } from 'lucide-react';
import { useState } from 'react';
import { inSentence, momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { type TaskWords, useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { Words } from '@/words/words.ts';
import { asked, type TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';
import { choicesFor } from './reminder-choices.ts';
import { reminderInWords } from './reminder-words.ts';

type Props = { task: Task; viewer: Viewer; onEdit(edit: TaskEdit): void };

const most = 10;

/** When to be reminded, and what became of each. */
export function ReminderField({ task, viewer, onEdit }: Props) {
  const [choosing, setChoosing] = useState(false);
  const words = useWords();
  const taskSaid = useTaskWords();
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
    <Field icon={Bell} label={taskSaid.reminders}>
      {task.reminders.length > 0 && (
        <ul className="mb-2">
          {task.reminders.map((reminder, index) => {
            const said = reminderInWords(asked(reminder), here.date, words);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two equal reminders are told apart by their place
              <li key={`${said} ${index}`} className="flex min-h-9 items-center gap-2 text-sm">
                <span className="min-w-0 flex-1">
                  {said}
                  <span className="block text-[0.8125rem] text-muted">
                    {fateOf(reminder, viewer, words, taskSaid.fate)}
                  </span>
                </span>
                <button
                  type="button"
                  aria-label={taskSaid.removeReminder(said)}
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
            aria-label={taskSaid.remindAt}
            required
            min={`${here.date}T${here.time}`}
            className={control}
          />
          <button type="submit" className={clsx(control, 'font-medium')}>
            {taskSaid.addIt}
          </button>
        </form>
      ) : (
        task.reminders.length < most && (
          <select
            aria-label={taskSaid.addReminder}
            value=""
            onChange={({ target }) => choose(target.value)}
            className={clsx(control, 'max-w-full text-muted')}
          >
            <option value="">{taskSaid.addReminder}</option>
            {choices.map((choice, index) => (
              <option key={reminderInWords(choice, here.date, words)} value={index}>
                {reminderInWords(choice, here.date, words)}
              </option>
            ))}
            <option value="at">{taskSaid.pickMoment}</option>
          </select>
        )
      )}
    </Field>
  );
}

/** What became of a reminder, in words. */
function fateOf(
  { state, fireAt, sentAt }: TaskReminder,
  { now, zone }: Viewer,
  words: Words,
  said: TaskWords['fate'],
): string {
  const today = wallClock(now, zone).date;
  const moment = (instant: string | null) =>
    instant ? inSentence(momentInWords(wallClock(instant, zone), today, words), words) : '';
  switch (state) {
    case 'sent':
      return said.sent(moment(sentAt));
    case 'late':
      return said.late(moment(sentAt));
    case 'past':
      return said.past;
    case 'cancelled':
      return said.cancelled;
    default:
      return fireAt ? said.comes(moment(fireAt)) : '';
  }
}
