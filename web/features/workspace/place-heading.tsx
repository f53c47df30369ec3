'use client';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { wallClock, wholeDate } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { FilterMark } from '../filters/filter-mark.tsx';
import { filterList } from '../filters/filter-queries.ts';
import { ProjectMark } from '../projects/project-mark.tsx';
import { projectList } from '../projects/project-queries.ts';
import { usePlaceName } from './use-place-name.ts';
import { useWorkspace } from './workspace-context.ts';

/** Which view it is; the way to skip to the tasks ends here. */
export function PlaceHeading() {
  const words = useWords();
  const { place, viewer } = useWorkspace();
  const name = usePlaceName(place);
  const { data } = useQuery({ ...projectList, enabled: false });
  const project = place.view === 'project' ? data?.items.find(({ id }) => id === place.id) : undefined;
  const { data: filters } = useQuery({ ...filterList, enabled: false });
  const filter = place.view === 'filter' ? filters?.items.find(({ id }) => id === place.id) : undefined;
  const { date } = wallClock(viewer.now, viewer.zone);

  const details: ReactNode[] = [];
  if (place.view === 'today') {
    details.push(
      <time key="day" dateTime={date}>
        {wholeDate(date, date, words)}
      </time>,
    );
  }
  if (project?.description) details.push(project.description);
  if (project?.role === 'viewer') details.push(words.tasks.readOnly);

  return (
    <div className="flex flex-wrap items-baseline gap-x-3 px-3 pt-2 pb-3 sm:px-1 sm:pt-4">
      <h1
        id="view"
        tabIndex={-1}
        className="flex min-w-0 items-center gap-2.5 text-2xl font-semibold tracking-tight outline-none [overflow-wrap:anywhere]"
      >
        {project && <ProjectMark color={project.color} className="size-3.5" />}
        {filter && <FilterMark color={filter.color} className="size-5" />}
        {place.view === 'label' && <Tag aria-hidden className="size-5 shrink-0 text-tag" />}
        {name}
      </h1>
      {details.map((detail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
        <p key={index} className="text-sm text-muted [overflow-wrap:anywhere]">
          {detail}
        </p>
      ))}
    </div>
  );
}
