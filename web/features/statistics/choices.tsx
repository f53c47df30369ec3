'use client';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from '@/components/ui/tabs.tsx';
import { projectList } from '../projects/project-queries.ts';
import { useStatisticsWords } from './statistics-words.ts';
import { periods } from './stats-queries.ts';
import type { useStatisticsPlace } from './use-statistics-place.ts';

/** Which time and which project the numbers are about. */
export function Choices({ period, project, show }: ReturnType<typeof useStatisticsPlace>) {
  const { said, words } = useStatisticsWords();
  const { data } = useQuery(projectList);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Tabs
        label={said.period}
        value={String(period)}
        choices={periods.map((days) => ({ value: String(days), label: said.periods[days] }))}
        onChange={(days) => show({ days })}
      />
      <select
        aria-label={said.project}
        value={project}
        onChange={({ target }) => show({ project: target.value })}
        className="h-9 max-w-56 min-w-0 rounded-lg border border-line bg-surface px-2.5 text-sm text-ink pointer-coarse:h-11"
      >
        <option value="">{said.allProjects}</option>
        {data?.items.map(({ id, name, isInbox }) => (
          <option key={id} value={id}>
            {isInbox ? words.frame.views.inbox : name}
          </option>
        ))}
      </select>
    </div>
  );
}
