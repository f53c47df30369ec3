'use client';
import { useQuery } from '@tanstack/react-query';
import { momentInWords } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../projects/project-queries.ts';
import type { Chip } from './chips.ts';
import type { Defaults } from './defaults.ts';

/** What the place adds, shown beside what was understood. */
export function useDefaultChips(
  { projectId, section, label, due, time, priority }: Defaults,
  today: string,
): Chip[] {
  const words = useWords();
  const { data } = useQuery({ ...projectList, enabled: false });
  const project = data?.items.find(({ id }) => id === projectId);
  const chips: Omit<Chip, 'range'>[] = [
    ...(due
      ? [{ kind: 'date' as const, label: momentInWords({ date: due, time: time ?? null }, today, words) }]
      : []),
    ...(project ? [{ kind: 'place' as const, label: project.name }] : []),
    ...(section ? [{ kind: 'place' as const, label: section }] : []),
    ...(priority ? [{ kind: 'priority' as const, label: words.quickAdd.priority(priority) }] : []),
    ...(label ? [{ kind: 'label' as const, label }] : []),
  ];
  return chips.map((chip) => ({ ...chip, range: null }));
}
