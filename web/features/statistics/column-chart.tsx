'use client';
import { clsx } from 'clsx';
import { scaleBand } from 'd3-scale';
import { Drawing } from './drawing.tsx';
import { countScale, nameEvery } from './scale.ts';
import { useStatisticsWords } from './statistics-words.ts';
import { Tip } from './tip.tsx';
import { usePoints } from './use-points.ts';
import { useWidth } from './use-width.ts';

export type Column = {
  key: string;
  /** Below the column, where there is room for it. */
  name: string;
  /** In full, for who looks at this one. */
  title: string;
  count: number;
};

type Props = {
  label: string;
  columns: readonly Column[];
  /** Pixels that a name takes. */
  room: number;
  /** Draws a line at the average. */
  mean?: number;
};

const plot = 176;
const [left, top, bottom] = [30, 18, 26];
const height = top + plot + bottom;

/** Columns side by side, from 0 up. */
export function ColumnChart({ label, columns, room, mean }: Props) {
  const { said, number, average } = useStatisticsWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const across = Math.max(width - left, 1);
  const { y, ticks } = countScale(Math.max(...columns.map(({ count }) => count)), plot);
  const x = scaleBand(
    columns.map(({ key }) => key),
    [0, across],
  ).padding(columns.length > 12 ? 0.28 : 0.42);
  const every = nameEvery(columns.length, across, room);
  const points = usePoints({
    count: columns.length,
    markAt: (at) => Math.floor(((at - left) / across) * columns.length),
  });
  const reached = columns[points.at];
  const shown = points.shown === undefined ? undefined : columns[points.shown];
  const middle = (key: string) => left + (x(key) ?? 0) + x.bandwidth() / 2;

  return (
    <div ref={frame} className="relative">
      {width > 0 && (
        <Drawing
          label={`${label}. ${said.howToMove}`}
          text={reached ? `${reached.title}: ${said.completedCount(number(reached.count))}` : ''}
          count={columns.length}
          points={points}
          width={width}
          height={height}
        >
          {shown && (
            <rect
              x={left + (x(shown.key) ?? 0) - (x.step() - x.bandwidth()) / 2}
              y={top - 6}
              width={x.step()}
              height={plot + 6}
              rx={4}
              className="fill-sunken"
            />
          )}
          {ticks.map((tick) => (
            <g key={tick} transform={`translate(0 ${top + y(tick)})`}>
              <line x1={left} x2={width} className="stroke-line" />
              <text
                x={left - 8}
                dy="0.32em"
                textAnchor="end"
                className="fill-muted text-[0.6875rem] tabular-nums"
              >
                {number(tick)}
              </text>
            </g>
          ))}
          {columns.map(({ key, name, count }, at) => {
            const full = plot - y(count);
            const r = Math.min(5, x.bandwidth() / 2, full);
            const [from, w] = [left + (x(key) ?? 0), x.bandwidth()];
            // Counted from the end, so that the newest has its name.
            const named = (columns.length - 1 - at) % every === 0;
            return (
              <g key={key}>
                {count > 0 && (
                  <path
                    d={`M${from} ${top + plot}v${r - full}q0 ${-r} ${r} ${-r}h${w - 2 * r}q${r} 0 ${r} ${r}v${full - r}z`}
                    className={key === shown?.key ? 'fill-accent-strong' : 'fill-accent'}
                  />
                )}
                {named && (
                  <text
                    x={from + w / 2}
                    y={height - 7}
                    textAnchor="middle"
                    className={clsx('text-[0.6875rem]', key === shown?.key ? 'fill-ink' : 'fill-muted')}
                  >
                    {name}
                  </text>
                )}
              </g>
            );
          })}
          {mean !== undefined && mean > 0 && (
            <Mean y={top + y(mean)} to={width} text={said.average(average(mean))} />
          )}
        </Drawing>
      )}
      {shown && (
        <Tip
          x={middle(shown.key)}
          y={top + y(shown.count)}
          width={width}
          title={shown.title}
          value={said.completedCount(number(shown.count))}
        />
      )}
    </div>
  );
}

/** A letter of the small size takes about so many pixels. */
const letter = 5.9;

/** A line across at the average, with its name on a ground of its own. */
function Mean({ y, to, text }: { y: number; to: number; text: string }) {
  const room = text.length * letter + 14;
  return (
    <g transform={`translate(0 ${y})`}>
      <line x1={left} x2={to} strokeDasharray="2 4" strokeLinecap="round" className="stroke-ink" />
      <g transform={`translate(${left + 6} -9)`}>
        <rect width={room} height={18} rx={9} className="fill-surface stroke-line" />
        <text x={room / 2} y={12.5} textAnchor="middle" className="fill-ink text-[0.6875rem] font-medium">
          {text}
        </text>
      </g>
    </g>
  );
}
