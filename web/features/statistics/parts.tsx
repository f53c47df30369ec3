'use client';
import { useQuery } from '@tanstack/react-query';
import type { Stats } from '@zerodo/domain/stats';
import { shortWeekday, weekdayInWords } from '@/lib/local-time.ts';
import { projectList } from '../projects/project-queries.ts';
import { ColumnChart } from './column-chart.tsx';
import { FigureCard } from './figure-card.tsx';
import { ProjectBars } from './project-bars.tsx';
import { projectShares } from './project-shares.ts';
import { PunctualBar, punctualParts } from './punctual-bar.tsx';
import { useStatisticsWords } from './statistics-words.ts';
import { someDay, weekdayOrder } from './weeks.ts';

/** The same tasks by weekday, by how they kept their date, and by project. */
export function Parts({ stats, begins }: { stats: Stats; begins: number }) {
  const { said, words, number, percent } = useStatisticsWords();
  const { data: projects } = useQuery(projectList);
  const { totals, byWeekday, byProject } = stats;
  const weekdays = weekdayOrder(begins).map((weekday) => ({
    key: String(weekday),
    name: shortWeekday(someDay(weekday), words),
    title: weekdayInWords(someDay(weekday), words),
    count: byWeekday.find((day) => day.weekday === weekday)?.completed ?? 0,
  }));
  const shares = projectShares(byProject, projects?.items ?? []).map((share) => ({
    ...share,
    name: share.project?.isInbox ? words.frame.views.inbox : (share.project?.name ?? said.gone),
  }));
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <FigureCard
        title={said.weekdays}
        table={{
          head: [said.weekday, said.completed],
          rows: weekdays.map(({ key, title, count }) => ({ key, cells: [title, number(count)] })),
        }}
      >
        <ColumnChart key={begins} label={said.weekdays} columns={weekdays} room={32} />
      </FigureCard>
      <FigureCard
        title={said.punctual.title}
        table={{
          head: [said.punctual.kind, said.completed, said.punctual.share],
          rows: punctualParts(totals).map(({ kind, count }) => ({
            key: kind,
            cells: [said.punctual[kind], number(count), percent(count / Math.max(1, totals.completed))],
          })),
        }}
      >
        <PunctualBar totals={totals} />
      </FigureCard>
      {projects && (
        <div className="md:col-span-2">
          <FigureCard
            title={said.projects}
            table={{
              head: [said.project, said.completed, said.created],
              rows: shares.map(({ id, name, completed, created }) => ({
                key: id,
                cells: [name, number(completed), number(created)],
              })),
            }}
          >
            <ProjectBars label={said.projects} shares={shares.filter(({ completed }) => completed > 0)} />
          </FigureCard>
        </div>
      )}
    </div>
  );
}
