'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Hourglass } from 'lucide-react';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';
import { spanInWords } from './reminder-words.ts';

const lengths = [5, 15, 30, 45, 60, 90, 120, 180, 240, 480];

/** Until when it is of use at all, and how long it takes. */
export function EffortField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  const words = useWords();
  const said = useTaskWords();
  const { deadline, durationMinutes } = task;
  const known = durationMinutes === null || lengths.includes(durationMinutes);
  return (
    <Field icon={Hourglass} label={said.deadline}>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <label className="flex items-center gap-2 text-sm text-muted">
          {said.deadline}
          <input
            type="date"
            title={said.addDeadline}
            value={deadline ?? ''}
            min="1900-01-01"
            max="2200-12-31"
            onChange={({ target }) => {
              if (target.validity.valid) onEdit({ deadline: target.value || null });
            }}
            className={clsx(control, 'tabular-nums')}
          />
        </label>
        <label className="flex items-center gap-2 text-sm text-muted">
          {said.duration}
          <select
            value={durationMinutes ?? ''}
            onChange={({ target }) => onEdit({ durationMinutes: Number(target.value) || null })}
            className={control}
          >
            <option value="">{said.noDuration}</option>
            {(known ? lengths : [...lengths, durationMinutes]).map((minutes) => (
              <option key={minutes} value={minutes}>
                {spanInWords(minutes, words)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Field>
  );
}
