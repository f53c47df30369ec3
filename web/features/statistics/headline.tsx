'use client';
import type { Stats } from '@zerodo/domain/stats';
import { CalendarHeart, CircleCheckBig, Flame, type LucideIcon, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayAndMonth, weekdayInWords } from '@/lib/local-time.ts';
import { useStatisticsWords } from './statistics-words.ts';
import { someDay } from './weeks.ts';

/** The four numbers that one looks for first. */
export function Headline({ stats }: { stats: Stats }) {
  const { said, words, number, average, percent } = useStatisticsWords();
  const { days, totals, streak, onTimeRate, byWeekday } = stats;
  const best = days.reduce((most, day) => (day.completed > most.completed ? day : most));
  const weekday = byWeekday.reduce((most, day) => (day.completed > most.completed ? day : most));
  const spans = (count: number) => `${number(count)} ${said.days(count)}`;
  const doneToday = (days.at(-1)?.completed ?? 0) > 0;
  const streakSays = doneToday
    ? streak.current === streak.longest
      ? said.isLongest
      : said.longest(spans(streak.longest))
    : streak.current > 0
      ? said.keepStreak
      : said.startStreak;
  return (
    <section aria-label={said.headline} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile
        icon={CircleCheckBig}
        tone="text-accent bg-accent-soft"
        name={said.completed}
        value={number(totals.completed)}
      >
        <p>{said.aDay(average(totals.completed / days.length))}</p>
        {best.completed > 0 && (
          <p>{said.bestDay(dayAndMonth(best.date, best.date, words), number(best.completed))}</p>
        )}
      </Tile>
      <Tile
        icon={Flame}
        tone="text-bell bg-bell-soft"
        name={said.streak}
        value={number(streak.current)}
        unit={said.days(streak.current)}
      >
        <p>{streakSays}</p>
        {!doneToday && streak.longest > 0 && <p>{said.longest(spans(streak.longest))}</p>}
      </Tile>
      <Tile
        icon={Timer}
        tone="text-date bg-date-soft"
        name={said.onTime}
        value={onTimeRate === null ? '–' : percent(onTimeRate)}
      >
        <p>
          {onTimeRate === null
            ? said.noneDue
            : said.onTimeOf(number(totals.onTime), number(totals.onTime + totals.late))}
        </p>
      </Tile>
      <Tile
        icon={CalendarHeart}
        tone="text-repeat bg-repeat-soft"
        name={said.strongest}
        value={weekday.completed > 0 ? weekdayInWords(someDay(weekday.weekday), words) : said.none}
      >
        {weekday.completed > 0 && <p>{said.strongestShare(percent(weekday.completed / totals.completed))}</p>}
      </Tile>
    </section>
  );
}

type TileProps = {
  icon: LucideIcon;
  tone: string;
  name: string;
  value: string;
  unit?: string;
  children: ReactNode;
};

function Tile({ icon: Icon, tone, name, value, unit, children }: TileProps) {
  return (
    <div className="min-w-0 rounded-2xl border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 text-[0.8125rem] font-medium text-muted">
        <span className={`grid size-7 shrink-0 place-items-center rounded-lg ${tone}`}>
          <Icon aria-hidden className="size-4" />
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
      </h2>
      <p className="mt-2 truncate text-2xl font-semibold tracking-tight tabular-nums sm:text-3xl">
        {value}
        {unit && <span className="text-base font-medium text-muted"> {unit}</span>}
      </p>
      <div className="mt-1 text-[0.8125rem] leading-5 text-muted">{children}</div>
    </div>
  );
}
