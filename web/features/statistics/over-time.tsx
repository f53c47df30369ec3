'use client';
import type { Stats } from '@zerodo/domain/stats';
import { Tabs } from '@/components/ui/tabs.tsx';
import { dateInWords, dayAndMonth, longDate } from '@/lib/local-time.ts';
import { type Column, ColumnChart } from './column-chart.tsx';
import { FigureCard } from './figure-card.tsx';
import { useStatisticsWords } from './statistics-words.ts';
import type { useStatisticsPlace } from './use-statistics-place.ts';
import { byWeek } from './weeks.ts';

type Props = { stats: Stats; begins: number; place: ReturnType<typeof useStatisticsPlace> };

/** Completed per day or per week. */
export function OverTime({ stats: { days, totals, to }, begins, place: { period, bars, show } }: Props) {
  const { said, words, number } = useStatisticsWords();
  // A year has no month twice: below a column there is no room to say which.
  const short = (date: string) =>
    date === to ? dateInWords(date, to, words) : dayAndMonth(date, date, words);
  const weeks = byWeek(days, begins);
  const columns: Column[] =
    bars === 'day'
      ? days.map(({ date, completed }) => ({
          key: date,
          name: short(date),
          title: longDate(date, to, words),
          count: completed,
        }))
      : weeks.map(({ from, to: until, completed }) => ({
          key: from,
          name: dayAndMonth(from, from, words),
          title: said.from(dayAndMonth(from, to, words), dayAndMonth(until, to, words)),
          count: completed,
        }));
  const title = said.overTime[bars];
  return (
    <FigureCard
      title={title}
      hint={said.from(longDate(days[0]?.date ?? to, to, words), longDate(to, to, words))}
      table={{
        head: [bars === 'day' ? said.day : said.map.week, said.completed],
        // Newest first: that is what one looks for.
        rows: columns.map(({ key, title: name, count }) => ({ key, cells: [name, number(count)] })).reverse(),
      }}
      aside={
        period !== 365 && (
          <Tabs
            label={said.by}
            value={bars}
            choices={[
              { value: 'day', label: said.byDay },
              { value: 'week', label: said.byWeek },
            ]}
            onChange={(next) => show({ bars: next })}
          />
        )
      }
    >
      {/* Another period is another picture: it begins at its newest. */}
      <ColumnChart
        key={`${bars} ${columns.length}`}
        label={title}
        columns={columns}
        room={58}
        mean={totals.completed / columns.length}
      />
    </FigureCard>
  );
}
