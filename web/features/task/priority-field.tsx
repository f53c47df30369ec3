import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Flag } from 'lucide-react';
import type { TaskEdit } from '../tasks/use-task-actions.ts';
import { Field } from './field.tsx';

const levels = [
  { value: 1, label: 'High', colour: 'peer-checked:bg-danger-soft peer-checked:text-danger' },
  { value: 2, label: 'Medium', colour: 'peer-checked:bg-bell-soft peer-checked:text-bell' },
  { value: 3, label: 'Low', colour: 'peer-checked:bg-tag-soft peer-checked:text-tag' },
  { value: 4, label: 'None', colour: 'peer-checked:bg-sunken peer-checked:text-ink' },
];

export function PriorityField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  return (
    <Field icon={Flag} label="Priority">
      <fieldset className="inline-flex max-w-full rounded-lg border border-line p-0.5">
        <legend className="sr-only">Priority</legend>
        {levels.map(({ value, label, colour }) => (
          <label key={value} className="relative">
            <input
              type="radio"
              name="priority"
              checked={task.priority === value}
              onChange={() => onEdit({ priority: value })}
              className="peer sr-only"
            />
            <span
              className={clsx(
                'grid h-8 cursor-pointer place-items-center rounded-md px-3 text-sm text-muted hover:text-ink',
                'peer-checked:font-medium peer-focus-visible:outline-2 peer-focus-visible:outline-accent',
                colour,
              )}
            >
              {label}
            </span>
          </label>
        ))}
      </fieldset>
    </Field>
  );
}
