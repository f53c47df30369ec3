import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Flag } from 'lucide-react';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { Field } from './field.tsx';

const levels = [
  { value: 1, colour: 'peer-checked:bg-danger-soft peer-checked:text-danger' },
  { value: 2, colour: 'peer-checked:bg-bell-soft peer-checked:text-bell' },
  { value: 3, colour: 'peer-checked:bg-tag-soft peer-checked:text-tag' },
  { value: 4, colour: 'peer-checked:bg-sunken peer-checked:text-ink' },
];

export function PriorityField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  const { tasks } = useWords();
  const words = useTaskWords();
  return (
    <Field icon={Flag} label={words.priority}>
      <fieldset className="inline-flex max-w-full rounded-lg border border-line p-0.5">
        <legend className="sr-only">{words.priority}</legend>
        {levels.map(({ value, colour }) => (
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
              {tasks.priorities[value - 1]}
            </span>
          </label>
        ))}
      </fieldset>
    </Field>
  );
}
