'use client';
import { useQuery } from '@tanstack/react-query';
import { ListFilter, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useWords } from '@/words/use-words.ts';
import { questionFor, tidy } from '../filters/conditions.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { filterList } from '../filters/filter-queries.ts';
import { FoundTasks } from '../filters/found-tasks.tsx';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';

/** What a filter finds. */
export default function FilterView() {
  const { tasks: words } = useWords();
  const said = useFilterWords();
  const { viewer, place } = useWorkspace();
  const { data, error, refetch } = useQuery(filterList);
  const filter = data?.items.find(({ id }) => place.view === 'filter' && id === place.id);
  const asked = useMemo(() => tidy(filter?.query ?? {}), [filter]);
  const found = useTaskList(filter ? questionFor(asked, viewer.zone) : null, { keep: true });
  if (data && !filter) return <Empty icon={SearchX} title={said.goneTitle} words={said.gone} />;
  const known = { known: data !== undefined, error, retry: () => void refetch() };
  return (
    <>
      {filter && <FilterBar filter={filter} />}
      <Listing lists={[known, found]}>
        {found.tasks.length === 0 && <Empty icon={ListFilter} title={said.emptyTitle} words={said.empty} />}
        <FoundTasks tasks={found.tasks} asked={asked} />
        <More list={found} label={words.showMore} />
      </Listing>
    </>
  );
}
