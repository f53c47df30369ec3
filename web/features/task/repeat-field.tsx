'use client';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { inWords } from '@/lib/api.ts';
import { longDate, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';
import { occurrencesAfter } from './occurrences.ts';
import { presetsFor } from './repeat-presets.ts';

type Props = { task: Task; viewer: Viewer; onEdit(edit: TaskEdit): void; onSkip(): void };

/** The rule in words, with the dates that follow from it. */
export function RepeatField({ task, viewer, onEdit, onSkip }: Props) {
  const { recurrence } = task;
  const words = useWords();
  const today = wallClock(viewer.now, viewer.zone).date;
  const presets = presetsFor(task.due?.date ?? today, words);
  const known = presets.find(
    ({ rrule }) => recurrence?.rrules.length === 1 && recurrence.rrules[0] === rrule,
  );
  const chosen = recurrence ? (known?.rrule ?? 'own') : 'none';

  const choose = (value: string) => {
    if (value === 'own' || value === chosen) return;
    if (value === 'none') {
      onEdit({ recurrence: null });
      return;
    }
    const due = { date: today, time: null, timezone: viewer.zone, floating: false };
    onEdit({ recurrence: { rrules: [value], mode: 'schedule' }, ...(!task.due && { due }) });
  };

  return (
    <Field icon={Repeat} label={words.task.repeat}>
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={words.task.repeat}
          value={chosen}
          disabled={task.status === 'completed'}
          onChange={({ target }) => choose(target.value)}
          className={clsx(control, 'max-w-full')}
        >
          <option value="none">{words.task.noRepeat}</option>
          {recurrence && !known && <option value="own">{recurrence.text}</option>}
          {presets.map(({ label, rrule }) => (
            <option key={rrule} value={rrule}>
              {label}
            </option>
          ))}
        </select>
        {recurrence && task.status === 'open' && (
          <Button size="small" onClick={onSkip}>
            {words.task.skip}
          </Button>
        )}
      </div>
      {recurrence && <NextDates task={task} today={today} named={known !== undefined} />}
    </Field>
  );
}

/** `named`: what is chosen above is a usual rule, so its own words may say more. */
function NextDates({ task, today, named }: { task: Task; today: string; named: boolean }) {
  const { data, error } = useQuery(occurrencesAfter(task));
  const words = useWords();
  const counted = task.recurrence?.mode === 'completion';

  if (error) return <p className="mt-2 text-[0.8125rem] text-danger">{inWords(error, words)}</p>;
  return (
    <div className="mt-2 text-[0.8125rem] text-muted">
      {named && <p>{task.recurrence?.text}</p>}
      {counted && <p>{words.task.fromCompletion}</p>}
      <h3 className="mt-2 font-medium text-ink first:mt-0">
        {counted ? words.task.ifNow : words.task.afterThat}
      </h3>
      <ol className="mt-1 min-h-24 space-y-0.5 tabular-nums">
        {data?.length === 0 && <li>{words.task.lastOne}</li>}
        {data?.map((local) => (
          <li key={local}>
            {task.due?.time
              ? words.dates.at(longDate(local.slice(0, 10), today, words), local.slice(11, 16))
              : longDate(local.slice(0, 10), today, words)}
          </li>
        ))}
      </ol>
    </div>
  );
}
