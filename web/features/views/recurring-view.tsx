'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { Repeat } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLanguage } from '@/words/use-language.ts';
import { useSeriesWords } from '@/words/use-series-words.ts';
import { useWords } from '@/words/use-words.ts';
import { RemoveWindow } from '../series/remove-window.tsx';
import { useSeriesActions } from '../series/series-actions.ts';
import { seriesList } from '../series/series-queries.ts';
import { comesNext, SeriesRow } from '../series/series-row.tsx';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';

const rank = { active: 0, paused: 1, ended: 2 };

/** Every series: what goes on first, by when it comes next. */
export default function RecurringView() {
  const { tasks: words } = useWords();
  const said = useSeriesWords();
  const { viewer, openTask } = useWorkspace();
  const actions = useSeriesActions();
  const [removing, setRemoving] = useState<SeriesView | null>(null);
  const query = useInfiniteQuery(seriesList(useLanguage()));
  const { data, error, failureReason } = query;

  const all = useMemo(() => {
    const later = '9999';
    return (data?.pages.flatMap(({ items }) => items) ?? []).toSorted(
      (one, other) =>
        rank[one.status] - rank[other.status] ||
        (comesNext(one) ?? later).localeCompare(comesNext(other) ?? later) ||
        one.title.localeCompare(other.title),
    );
  }, [data]);

  return (
    <>
      <Listing
        lists={[
          {
            known: data !== undefined,
            error: error ?? (data ? null : failureReason),
            retry: () => void query.refetch(),
          },
        ]}
      >
        {all.length === 0 && <Empty icon={Repeat} title={said.emptyTitle} words={said.empty} />}
        <ul className="flex flex-col gap-px">
          {all.map((series) => (
            <SeriesRow
              key={series.id}
              series={series}
              viewer={viewer}
              actions={actions}
              onOpen={openTask}
              onRemove={setRemoving}
            />
          ))}
        </ul>
        <More
          list={{
            hasMore: query.hasNextPage,
            readsMore: query.isFetchingNextPage,
            readMore: () => void query.fetchNextPage(),
          }}
          label={words.showMore}
        />
      </Listing>
      <RemoveWindow series={removing} onClose={() => setRemoving(null)} onRemove={actions.remove} />
    </>
  );
}
