'use client';
import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { wayOf } from '../flow/chosen-way.ts';
import { DeadLetterList } from '../flow/dead-letter-list.tsx';
import { FlowBar } from '../flow/flow-bar.tsx';
import { fits } from '../flow/flow-filter.ts';
import { topology } from '../flow/flow-queries.ts';
import { FlowSkeleton } from '../flow/flow-skeleton.tsx';
import { useFlowWords } from '../flow/flow-words.ts';
import { HealthCard } from '../flow/health-card.tsx';
import { JourneyList } from '../flow/journey-list.tsx';
import { JourneyPath } from '../flow/journey-path.tsx';
import { journeysOf, pathOf, shortType } from '../flow/journeys.ts';
import { layoutOf } from '../flow/layout.ts';
import { Legend } from '../flow/legend.tsx';
import { Picture } from '../flow/picture.tsx';
import { Tiles } from '../flow/tiles.tsx';
import { useFlow } from '../flow/use-flow.ts';
import { useStage } from '../flow/use-stage.ts';
import { useStillness } from '../flow/use-stillness.ts';
import { Trouble } from '../tasks/listing.tsx';
import { Empty } from './empty.tsx';

/** As many as one looks through. */
const listed = 60;

/** For operators: each event travelling through topics and functions as it happens, and what was given up. */
export default function FlowView() {
  const words = useFlowWords();
  const [paused, setPaused] = useState(false);
  const [filter, setFilter] = useState('');
  const [chosenId, setChosen] = useState<string | null>(null);
  const { record, error, retry } = useFlow(paused);
  const installed = useQuery(topology);
  const layer = useRef<SVGGElement>(null);
  const shown = useStage(record, useStillness(), layer);

  const layout = useMemo(() => installed.data && layoutOf(installed.data), [installed.data]);
  const journeys = useMemo(() => (record ? journeysOf(record) : []), [record]);
  const chosen = journeys.find(({ id }) => id === chosenId);
  const way = useMemo(() => (chosen ? wayOf(chosen) : null), [chosen]);
  const stations = useMemo(() => {
    const relays = [...(record?.steps.values() ?? [])].filter(
      ({ function: name }) => name === 'outbox-relay',
    );
    return chosen ? pathOf(chosen, relays) : [];
  }, [chosen, record]);

  const trouble = error ?? installed.error;
  const again = () => {
    retry();
    void installed.refetch();
  };
  if (!record || !layout) {
    return trouble ? <Trouble error={trouble} onRetry={again} /> : <FlowSkeleton />;
  }
  const fitting = journeys.filter((journey) => fits(filter, journey));
  return (
    <div data-wide>
      {trouble && <Trouble error={trouble} onRetry={again} />}
      <Tiles record={record} journeys={journeys} />
      <HealthCard />
      <p role="status" className="sr-only">
        {record.deadLetters > 0 && words.deadLetters.announce(record.deadLetters)}
      </p>
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <section aria-label={words.latest} className="min-w-0 lg:row-start-2 2xl:row-span-2 2xl:row-start-1">
          <FlowBar
            journeys={journeys}
            filter={filter}
            onFilter={setFilter}
            paused={paused}
            onPause={setPaused}
          />
          {journeys.length === 0 && <Empty icon={Workflow} title={words.emptyTitle} words={words.empty} />}
          {journeys.length > 0 && fitting.length === 0 && (
            <p className="px-3 py-4 text-sm text-muted">{words.nothingFits}</p>
          )}
          <div className="max-h-80 overflow-y-auto overscroll-contain lg:max-h-[36rem] 2xl:max-h-[52rem]">
            <JourneyList journeys={fitting.slice(0, listed)} chosen={chosenId} onChoose={setChosen} />
          </div>
          {(record.truncated || fitting.length > listed) && (
            <p className="px-3 pt-2 text-xs text-muted">{words.truncated}</p>
          )}
        </section>
        <div className="min-w-0 lg:col-span-2 lg:row-start-1 2xl:col-span-1 2xl:col-start-2">
          <section
            aria-label={words.pictureTitle}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
            tabIndex={0}
            className="overflow-x-auto rounded-xl border border-line bg-canvas p-2"
          >
            <Picture
              layout={layout}
              shown={shown}
              chosen={way}
              deadLetters={record.deadLetters}
              layer={layer}
            />
          </section>
          <Legend />
        </div>
        <div className="grid min-w-0 items-start gap-6 xl:grid-cols-2">
          {chosen ? (
            <JourneyPath title={shortType(chosen.type)} stations={stations} onClose={() => setChosen(null)} />
          ) : (
            <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-sm text-muted">
              {words.choose}
            </p>
          )}
          <DeadLetterList waiting={record.deadLetters} />
        </div>
      </div>
    </div>
  );
}
