'use client';
import { limits } from '@zerodo/domain/limits';
import type { Reminder } from '@zerodo/domain/reminder';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import { reminderInWords } from '../../task/reminder-words.ts';
import { control } from '../parts/row.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { choicesFor, isThere, reminderOf, type Span } from './default-choices.ts';

type Props = {
  kind: 'timed' | 'allDay';
  list: readonly Reminder[];
  today: string;
  onAdd(reminder: Reminder): void;
};

const other = 'other';

/** Another reminder: a usual one, or as many minutes, hours or days before as one likes. */
export function AddDefault({ kind, list, today, onAdd }: Props) {
  const { frame, reminders: words } = useSettingsWords();
  const page = useWords();
  const [writes, setWrites] = useState(false);
  const choices = choicesFor(kind, list);
  if (list.length >= limits.reminders) return null;

  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const unit = (fields.get('unit') ?? 'days') as Span['unit'];
    const reminder = reminderOf(kind, {
      amount: Number(fields.get('amount')),
      unit,
      at: String(fields.get('at') ?? '09:00'),
    });
    setWrites(false);
    if (!isThere(list, reminder)) onAdd(reminder);
  };

  if (!writes) {
    return (
      <select
        aria-label={words.adding[kind]}
        value=""
        className={`mt-2 ${control}`}
        onChange={({ target }) => {
          if (target.value === other) setWrites(true);
          else onAdd(choices[Number(target.value)]!);
        }}
      >
        <option value="" disabled>
          {words.addOne}
        </option>
        {choices.map((choice, index) => (
          <option key={JSON.stringify(choice)} value={index}>
            {reminderInWords(choice, today, page)}
          </option>
        ))}
        <option value={other}>{words.other}</option>
      </select>
    );
  }
  return (
    <form onSubmit={add} className="mt-2 flex flex-wrap items-center gap-2">
      <input
        name="amount"
        type="number"
        aria-label={words.amount}
        required
        min={0}
        max={366}
        defaultValue={kind === 'timed' ? 15 : 2}
        // It was just asked for.
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the list that had the focus
        autoFocus
        className={`w-20 ${control}`}
      />
      {kind === 'timed' ? (
        <select name="unit" aria-label={words.unit} defaultValue="minutes" className={control}>
          {(['minutes', 'hours', 'days'] as const).map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      ) : (
        <>
          <span className="text-sm">{words.units.days}</span>
          <input
            name="at"
            type="time"
            aria-label={words.at}
            required
            defaultValue="09:00"
            className={control}
          />
        </>
      )}
      <Button type="submit" variant="outline">
        {frame.add}
      </Button>
      <Button onClick={() => setWrites(false)}>{frame.cancel}</Button>
    </form>
  );
}
