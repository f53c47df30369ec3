'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import { GrowingText } from '@/components/ui/growing-text.tsx';
import type { TaskEdit } from '../tasks/use-task-actions.ts';
import { useDraft } from './use-draft.ts';

type Props = { task: Task; onEdit(edit: TaskEdit): void };

/** The title with its circle, as in the list. Enter keeps it, Escape gives the change up. */
export function TitleField({ task, onEdit, onToggle }: Props & { onToggle(): void }) {
  const { text, type, commit, drop } = useDraft(task.title, (title) => {
    if (title.trim() !== '') onEdit({ title: title.trim() });
  });
  const done = task.status === 'completed';

  return (
    <div className="mb-3 -ml-2.5 flex items-start">
      <CheckCircle
        checked={done}
        priority={task.priority}
        label={done ? 'Reopen this task' : 'Complete this task'}
        onClick={onToggle}
      />
      <GrowingText
        aria-label="Title"
        value={text}
        maxLength={500}
        onChange={({ target }) => type(target.value.replaceAll('\n', ' '))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape' && text !== task.title) {
            event.stopPropagation();
            drop();
          }
        }}
        className={clsx(
          'flex-1 rounded-lg focus-within:bg-sunken',
          done && 'text-muted line-through decoration-1',
        )}
        text="px-1.5 py-1.5 text-lg leading-7 font-semibold [overflow-wrap:anywhere]"
      />
    </div>
  );
}

export function NotesField({ task, onEdit }: Props) {
  const { text, type, commit } = useDraft(task.notes, (notes) => onEdit({ notes }));
  return (
    <GrowingText
      aria-label="Notes"
      placeholder="Add notes"
      value={text}
      onChange={({ target }) => type(target.value)}
      onBlur={commit}
      className="mb-4 min-h-16 rounded-lg hover:bg-sunken focus-within:bg-sunken"
      text="px-2.5 py-2 text-sm leading-6"
    />
  );
}
