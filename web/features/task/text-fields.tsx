'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import { GrowingText } from '@/components/ui/growing-text.tsx';
import { useTaskWords } from '@/words/use-task-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { useDraft } from './use-draft.ts';

type Props = { task: Task; onEdit(edit: TaskEdit): void };

/** The title with its circle, as in the list. Enter keeps it, Escape gives the change up. */
export function TitleField({ task, onEdit, onToggle }: Props & { onToggle(): void }) {
  const draft = useDraft(`title ${task.id}`, task.title, (title) => {
    if (title.trim() !== '') onEdit({ title: title.trim() });
  });
  const { text, type, commit, drop } = draft;
  const done = task.status === 'completed';
  const words = useTaskWords();

  return (
    <>
      <div className="mb-3 -ml-2.5 flex items-start">
        <CheckCircle
          checked={done}
          priority={task.priority}
          label={done ? words.reopenThis : words.completeThis}
          onClick={onToggle}
        />
        <GrowingText
          aria-label={words.title}
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
      <ChangedMeanwhile {...draft} />
    </>
  );
}
