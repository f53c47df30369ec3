'use client';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { UserRound } from 'lucide-react';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { membersOf } from '../projects/member-queries.ts';
import { projectList } from '../projects/project-queries.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';

/** Who does it; asked only where there is a choice. */
export function AssigneeField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  const { tasks } = useWords();
  const words = useTaskWords();
  const { data: projects } = useQuery({ ...projectList, enabled: false });
  const shared = (projects?.items.find(({ id }) => id === task.projectId)?.members ?? 1) > 1;
  const { data: members } = useQuery({ ...membersOf(task.projectId), enabled: shared });
  if (!shared || !members) return null;
  return (
    <Field icon={UserRound} label={words.assignee}>
      <select
        aria-label={words.assignee}
        value={task.assigneeId ?? ''}
        onChange={({ target }) => onEdit({ assigneeId: target.value || null })}
        className={clsx(control, 'max-w-full')}
      >
        <option value="">{words.nobody}</option>
        {members.items.map(({ userId, name, email }) => (
          <option key={userId} value={userId}>
            {name ?? email ?? tasks.somebody}
          </option>
        ))}
      </select>
    </Field>
  );
}
