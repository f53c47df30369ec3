'use client';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../projects/project-queries.ts';
import type { NameOf } from './condition-words.ts';

/** What projects are called here; as long as they are not read, nothing is missing. */
export function useProjectNames(): NameOf {
  const { frame } = useWords();
  const { data } = useQuery(projectList);
  return (id) => {
    if (!data) return '…';
    const project = data.items.find((one) => one.id === id);
    return project?.isInbox ? frame.views.inbox : project?.name;
  };
}
