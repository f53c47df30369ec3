'use client';
import type { Stats } from '@zerodo/domain/stats';
import { useMemo } from 'react';
import { dayAndMonth, shortWeekday } from '@/lib/local-time.ts';
import { FigureCard } from './figure-card.tsx';
import { useStatisticsWords } from './statistics-words.ts';
import { cellsOf, someDay, weekdayOrder } from './weeks.ts';
import { YearMap } from './year-map.tsx';

/** Each day of the last year, week by week. */
export function YearCard({ stats: { days, totals, to }, begins }: { stats: Stats; begins: number }) {
  const { said, words, number } = useStatisticsWords();
  const cells = useMemo(() => cellsOf(days, begins), [days, begins]);
  const weeks = [...Map.groupBy(cells, ({ week }) => week).values()].reverse();
  return (
    <FigureCard
      title={said.map.title}
      hint={`${said.map.total(said.completedCount(number(totals.completed)))}. ${said.map.hint}`}
      table={{
        head: [
          said.map.week,
          ...weekdayOrder(begins).map((weekday) => shortWeekday(someDay(weekday), words)),
        ],
        rows: weeks.map((week) => ({
          key: week[0]?.date ?? '',
          cells: [
            dayAndMonth(week[0]?.date ?? to, to, words),
            ...weekdayOrder(begins).map((_, at) => {
              const day = week.find(({ weekday }) => weekday === at);
              return day ? number(day.completed) : '';
            }),
          ],
        })),
      }}
    >
      <YearMap label={said.map.title} cells={cells} begins={begins} today={to} />
    </FigureCard>
  );
}
