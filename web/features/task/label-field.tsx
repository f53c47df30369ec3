'use client';
import type { Task } from '@zerodo/domain/task';
import { Tag, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTaskWords } from '@/words/use-task-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { Field } from './field.tsx';

export function LabelField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  const [text, setText] = useState('');
  const words = useTaskWords();

  const add = () => {
    const label = text.trim().replace(/^@/, '');
    setText('');
    if (label && !task.labels.includes(label)) onEdit({ labels: [...task.labels, label] });
  };
  const remove = (gone: string) => onEdit({ labels: task.labels.filter((label) => label !== gone) });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
    const last = task.labels.at(-1);
    if (event.key === 'Backspace' && text === '' && last) remove(last);
  };

  return (
    <Field icon={Tag} label={words.labels}>
      <div className="flex flex-wrap items-center gap-1.5">
        {task.labels.map((label) => (
          <span
            key={label}
            className="flex h-8 max-w-full items-center rounded-full bg-tag-soft pr-0.5 pl-3 text-sm font-medium text-tag"
          >
            <span className="truncate">{label}</span>
            <button
              type="button"
              aria-label={words.removeLabel(label)}
              onClick={() => remove(label)}
              className="grid size-7 shrink-0 place-items-center rounded-full hover:bg-[color-mix(in_oklch,currentColor_16%,transparent)]"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          aria-label={words.addLabel}
          placeholder={words.addLabel}
          value={text}
          maxLength={60}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          className="h-8 w-32 min-w-0 flex-1 rounded-md bg-transparent px-1.5 text-sm placeholder:text-muted"
        />
      </div>
    </Field>
  );
}
