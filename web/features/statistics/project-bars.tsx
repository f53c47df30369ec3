'use client';
import { scaleLinear } from 'd3-scale';
import { ProjectMark } from '../projects/project-mark.tsx';
import type { Share } from './project-shares.ts';
import { useStatisticsWords } from './statistics-words.ts';

type Props = { label: string; shares: readonly (Share & { name: string })[] };

/** A line for each project; its number stands beside it, so nothing has to be pointed at. */
export function ProjectBars({ label, shares }: Props) {
  const { said, number } = useStatisticsWords();
  const width = scaleLinear([0, Math.max(1, ...shares.map(({ completed }) => completed))], [0, 100]);
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {shares.map(({ id, project, name, completed }) => (
        <li key={id}>
          <div className="mb-1.5 flex items-center gap-2 text-sm">
            <ProjectMark color={project?.color ?? null} className="size-2.5" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="font-medium tabular-nums">
              <span aria-hidden>{number(completed)}</span>
              <span className="sr-only">{said.completedCount(number(completed))}</span>
            </span>
          </div>
          <svg
            aria-hidden="true"
            width="100%"
            height={8}
            className="block overflow-hidden rounded-full bg-sunken"
          >
            <rect width={`${width(completed)}%`} height={8} rx={4} className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
