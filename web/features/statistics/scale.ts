import { scaleLinear, scaleQuantize } from 'd3-scale';

/** Counts from 0 up over `height` pixels, with whole numbers to write beside them. */
export function countScale(most: number, height: number) {
  const scale = scaleLinear([0, Math.max(most, 1)], [height, 0]).nice(4);
  return { y: scale, ticks: scale.ticks(4).filter(Number.isInteger) };
}

/** Every how many marks one can be named when a name takes `room` pixels. */
export const nameEvery = (marks: number, width: number, room: number): number =>
  Math.max(1, Math.ceil((marks * room) / Math.max(width, 1)));

export const levels = [1, 2, 3, 4] as const;
export type Level = 0 | (typeof levels)[number];

/** How strong a day is among others: 0 is none, 4 the upper quarter of what the best day had. */
export function levelScale(most: number): (count: number) => Level {
  const scale = scaleQuantize<Level>([0, Math.max(most, levels.length)], levels);
  return (count) => (count === 0 ? 0 : scale(count - 0.5));
}
