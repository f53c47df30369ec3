'use client';
import { clsx } from 'clsx';
import { useLayoutEffect } from 'react';
import { longDate, shortMonth, shortWeekday } from '@/lib/local-time.ts';
import { Drawing } from './drawing.tsx';
import { type Level, levelScale, levels } from './scale.ts';
import { useStatisticsWords } from './statistics-words.ts';
import { Tip } from './tip.tsx';
import { usePoints } from './use-points.ts';
import { useWidth } from './use-width.ts';
import { type Cell, monthsOf, someDay, weekdayOrder } from './weeks.ts';

type Props = { label: string; cells: readonly Cell[]; begins: number; today: string };

const [left, top] = [34, 20];
const largest = 18;
/** A narrow screen scrolls rather than show marks that a finger cannot tell apart. */
const smallest = (width: number) => (width < 560 ? 13 : 10.5);
const inLegend = 13;

/** Size says the same as colour: which day had more is seen without any. */
const looks: Record<Level, { size: number; className: string }> = {
  0: { size: 0.24, className: 'fill-line-strong' },
  1: { size: 0.48, className: 'fill-accent/70' },
  2: { size: 0.64, className: 'fill-accent/80' },
  3: { size: 0.8, className: 'fill-accent/90' },
  4: { size: 0.94, className: 'fill-accent' },
};

function Mark({
  x,
  y,
  step,
  level,
  strong = false,
}: {
  x: number;
  y: number;
  step: number;
  level: Level;
  strong?: boolean;
}) {
  const { size, className } = looks[level];
  const side = size * step;
  return (
    <rect
      x={x + (step - side) / 2}
      y={y + (step - side) / 2}
      width={side}
      height={side}
      rx={level === 0 ? side / 2 : side * 0.28}
      className={strong ? 'fill-accent-strong' : className}
    />
  );
}

/** A year, a column a week: the bigger a mark, the more was completed on that day. */
export function YearMap({ label, cells, begins, today }: Props) {
  const { said, words, number } = useStatisticsWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const weeks = (cells.at(-1)?.week ?? 0) + 1;
  const step = Math.max(smallest(width), Math.min(largest, (width - left) / weeks));
  const [across, height] = [left + weeks * step, top + 7 * step + 2];
  const levelOf = levelScale(Math.max(...cells.map(({ completed }) => completed)));
  const points = usePoints({
    count: cells.length,
    steps: { across: 7, down: 1 },
    markAt: (x, y) => {
      const [week, weekday] = [Math.floor((x - left) / step), Math.floor((y - top) / step)];
      const found = cells.findIndex((cell) => cell.week === week && cell.weekday === weekday);
      return found < 0 ? undefined : found;
    },
  });
  const reached = cells[points.at];
  const shown = points.shown === undefined ? undefined : cells[points.shown];
  const says = (cell: Cell) => said.completedCount(number(cell.completed));

  // A narrow screen begins with what is new.
  useLayoutEffect(() => {
    if (width > 0 && frame.current) frame.current.scrollLeft = frame.current.scrollWidth;
  }, [width, frame]);

  return (
    <div className="relative">
      <div ref={frame} className="-my-2 overflow-x-auto overflow-y-hidden py-2">
        {width > 0 && (
          <Drawing
            label={`${label}. ${said.howToMove}`}
            text={reached ? `${longDate(reached.date, today, words)}: ${says(reached)}` : ''}
            count={cells.length}
            points={points}
            width={across}
            height={height}
          >
            {monthsOf(cells).map(({ date, week }) => (
              <text key={date} x={left + week * step} y={11} className="fill-muted text-[0.6875rem]">
                {shortMonth(date, words)}
              </text>
            ))}
            {weekdayOrder(begins).map((weekday, at) =>
              at % 2 === 0 ? (
                <text
                  key={weekday}
                  x={left - 8}
                  y={top + (at + 0.5) * step}
                  dy="0.34em"
                  textAnchor="end"
                  className="fill-muted text-[0.6875rem]"
                >
                  {shortWeekday(someDay(weekday), words)}
                </text>
              ) : null,
            )}
            {cells.map((cell) => {
              const [x, y] = [left + cell.week * step, top + cell.weekday * step];
              const looked = cell === shown;
              return (
                <g key={cell.date}>
                  {(looked || cell.date === today) && (
                    <rect
                      x={x + 0.5}
                      y={y + 0.5}
                      width={step - 1}
                      height={step - 1}
                      rx={step * 0.28}
                      className={clsx('fill-transparent', looked ? 'stroke-ink' : 'stroke-line-strong')}
                    />
                  )}
                  <Mark
                    x={x}
                    y={y}
                    step={step}
                    level={levelOf(cell.completed)}
                    strong={looked && cell.completed > 0}
                  />
                </g>
              );
            })}
          </Drawing>
        )}
      </div>
      {shown && (
        <Tip
          x={left + (shown.week + 0.5) * step - (frame.current?.scrollLeft ?? 0)}
          y={top + shown.weekday * step}
          width={width}
          title={longDate(shown.date, today, words)}
          value={says(shown)}
        />
      )}
      <p className="mt-3 flex items-center justify-end gap-1.5 text-xs text-muted">
        {said.map.less}
        <svg width={5 * inLegend} height={inLegend} aria-hidden="true">
          {([0, ...levels] as const).map((level) => (
            <Mark key={level} x={level * inLegend} y={0} step={inLegend} level={level} />
          ))}
        </svg>
        {said.map.more}
      </p>
    </div>
  );
}
