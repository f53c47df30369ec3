import { offsetAt } from '../local-time.ts';

/** A stretch of instants (seconds, `to` excluded) over which a zone keeps its distance from UTC (seconds). */
export type Stretch = { from: number; to: number; offset: number };

// No zone has ever changed its clock and changed it back within so short a time.
const stride = 20 * 86_400;

type ZoneStretches = {
  /** The stretch around an instant (second), as far as it reaches on in a year or so. */
  around(at: number): Stretch;
  /** The stretches that touch the time between two instants (seconds), in order. */
  between(from: number, to: number): Stretch[];
  /** All distances from UTC that the zone has had or will have from an instant on. */
  offsetsFrom(from: number): number[];
};

// By then every zone follows the rule that it keeps for good, as far as the tz database knows.
const settled = Date.UTC(2045, 0) / 1000;
const twentyYears = 20 * 366 * 86_400;

export function steadyStretches(timezone: string): ZoneStretches {
  const offsets = new Map<number, number>();
  const blocks = new Map<number, Stretch[]>();
  const offsetOfBlock = (block: number): number => {
    const known = offsets.get(block) ?? offsetAt(block * stride * 1000, timezone);
    offsets.set(block, known);
    return known;
  };
  const stretchesOf = (block: number): Stretch[] => {
    const known = blocks.get(block);
    if (known) return known;
    const [from, to] = [block * stride, (block + 1) * stride];
    const [offset, after] = [offsetOfBlock(block), offsetOfBlock(block + 1)];
    const change = offset === after ? to : changeBetween(from, to, timezone, offset);
    const cut = [{ from, to: change, offset }];
    if (change < to) cut.push({ from: change, to, offset: after });
    blocks.set(block, cut);
    return cut;
  };
  const yearOfBlocks = Math.ceil((366 * 86_400) / stride);
  return {
    around(at) {
      const block = Math.floor(at / stride);
      const found = stretchesOf(block).find(({ to }) => at < to) as Stretch;
      let { to } = found;
      for (let next = block + 1; to === next * stride && next < block + yearOfBlocks; next += 1) {
        const [first] = stretchesOf(next) as [Stretch];
        if (first.offset !== found.offset) break;
        to = first.to;
      }
      return { ...found, to };
    },
    between(from, to) {
      const [first, last] = [Math.floor(from / stride), Math.floor(to / stride)];
      if (first === last) return stretchesOf(first);
      // Where nothing changes between two blocks it is one stretch, so that a day on their seam is a whole one.
      const [before, after] = [stretchesOf(first), stretchesOf(last)];
      const [end, begin] = [before.at(-1) as Stretch, after[0] as Stretch];
      if (end.offset !== begin.offset) return [...before, ...after];
      return [...before.slice(0, -1), { ...end, to: begin.to }, ...after.slice(1)];
    },
    offsetsFrom(from) {
      const found = new Set<number>();
      const last = Math.ceil(Math.max(settled, from + twentyYears) / stride);
      // A change lasts for months: every third block shows it, if not in one year then in another.
      for (let block = Math.floor(from / stride); block <= last; block += 3) found.add(offsetOfBlock(block));
      return [...found];
    },
  };
}

/** Clocks change on a quarter of an hour; only long ago did they change at any second. */
function changeBetween(from: number, to: number, timezone: string, offset: number): number {
  const isBefore = (second: number): boolean => offsetAt(second * 1000, timezone) === offset;
  const quarter = 900;
  const change =
    firstAfter(from / quarter, to / quarter, (quarters) => isBefore(quarters * quarter)) * quarter;
  return isBefore(change - 1) ? change : firstAfter(change - quarter, change, isBefore);
}

function firstAfter(from: number, to: number, isBefore: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return high;
}
