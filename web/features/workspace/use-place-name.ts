'use client';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '@/words/use-words.ts';
import { filterList } from '../filters/filter-queries.ts';
import type { Place } from '../navigation/place.ts';
import { projectList } from '../projects/project-queries.ts';

/** What a place is called; a project that is not known (yet) has no name of its own. */
export function usePlaceName(place: Place): string {
  const { frame } = useWords();
  const { data } = useQuery({ ...projectList, enabled: false });
  const { data: filters } = useQuery({ ...filterList, enabled: false });
  if (place.view === 'label') return place.name;
  if (place.view === 'filter') return filters?.items.find(({ id }) => id === place.id)?.name ?? frame.filter;
  if (place.view !== 'project') return frame.views[place.view];
  const project = data?.items.find(({ id }) => id === place.id);
  return project?.isInbox ? frame.views.inbox : (project?.name ?? frame.project);
}
