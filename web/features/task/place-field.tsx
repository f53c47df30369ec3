'use client';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { FolderClosed } from 'lucide-react';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../projects/project-queries.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';

/** In which project it is, and below which of its headings. */
export function PlaceField({ task, onEdit }: { task: Task; onEdit(edit: TaskEdit): void }) {
  const { frame } = useWords();
  const words = useTaskWords();
  const { data } = useQuery(projectList);
  const here = data?.items.find(({ id }) => id === task.projectId);
  const offered = data?.items.filter(
    ({ id, role, archivedAt }) => id === task.projectId || (role !== 'viewer' && !archivedAt),
  );
  const sections = new Set([...(here?.sections ?? []), ...(task.section ? [task.section] : [])]);
  if (!offered || !here) return null;
  return (
    <Field icon={FolderClosed} label={words.project}>
      <div className="flex flex-wrap gap-2">
        <select
          aria-label={words.project}
          value={task.projectId}
          onChange={({ target }) => onEdit({ projectId: target.value, section: null })}
          className={clsx(control, 'max-w-full')}
        >
          {offered.map(({ id, name, isInbox }) => (
            <option key={id} value={id}>
              {isInbox ? frame.views.inbox : name}
            </option>
          ))}
        </select>
        {sections.size > 0 && (
          <select
            aria-label={words.section}
            value={task.section ?? ''}
            onChange={({ target }) => onEdit({ section: target.value || null })}
            className={clsx(control, 'max-w-full')}
          >
            <option value="">{words.noSection}</option>
            {[...sections].map((section) => (
              <option key={section}>{section}</option>
            ))}
          </select>
        )}
      </div>
    </Field>
  );
}
