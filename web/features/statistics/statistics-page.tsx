'use client';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { wallClock } from '@/lib/local-time.ts';
import { useWeekBegin } from '../calendar/use-week-begin.ts';
import { NavLink } from '../navigation/nav-link.tsx';
import { pathTo } from '../navigation/place.ts';
import { Trouble } from '../tasks/listing.tsx';
import { Empty } from '../views/empty.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Choices } from './choices.tsx';
import { Headline } from './headline.tsx';
import { OverTime } from './over-time.tsx';
import { Parts } from './parts.tsx';
import { StatisticsSkeleton } from './statistics-skeleton.tsx';
import { useStatisticsWords } from './statistics-words.ts';
import { statsOf } from './stats-queries.ts';
import { useLateCounts } from './use-late-counts.ts';
import { useStatisticsPlace } from './use-statistics-place.ts';
import { YearCard } from './year-card.tsx';

/** What was completed: in short, over time, by what it belongs to, and a year at a glance. */
export function StatisticsPage() {
  const { said } = useStatisticsWords();
  const { viewer } = useWorkspace();
  const begins = useWeekBegin();
  const place = useStatisticsPlace();
  useLateCounts();
  const { date: today } = wallClock(viewer.now, viewer.zone);
  const asked = { project: place.project, today };
  const chosen = useQuery(statsOf({ ...asked, period: place.period }));
  const year = useQuery(statsOf({ ...asked, period: 365 }));
  const error = chosen.error ?? year.error;
  const [stats, whole] = [chosen.data, year.data];
  const nothing = whole?.totals.completed === 0;

  return (
    <div data-wide className="mx-auto max-w-5xl">
      {error && (
        <Trouble
          error={error}
          onRetry={() => {
            void chosen.refetch();
            void year.refetch();
          }}
        />
      )}
      {!stats || !whole ? (
        !error && <StatisticsSkeleton />
      ) : nothing && !place.project ? (
        <Empty icon={ChartColumn} title={said.empty.title} words={said.empty.words}>
          <NavLink
            href={pathTo.today}
            className="mt-5 inline-flex h-10 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
          >
            {said.empty.go}
          </NavLink>
        </Empty>
      ) : (
        <div className="flex flex-col gap-3">
          <Choices {...place} />
          {stats.totals.completed === 0 ? (
            <Empty icon={ChartColumn} title={said.empty.periodTitle} words={said.empty.period} />
          ) : (
            <>
              <Headline stats={stats} />
              <OverTime stats={stats} begins={begins} place={place} />
            </>
          )}
          {!nothing && <YearCard stats={whole} begins={begins} />}
          {stats.totals.completed > 0 && <Parts stats={stats} begins={begins} />}
        </div>
      )}
    </div>
  );
}
