import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../tool.ts';

/** Numbers as a picture: each line over the same axis from left to right, each with its own from zero up. */
export type Plot = {
  title: string;
  x: string;
  /** Each step to the right is ten times as much. */
  isLogarithmic?: boolean;
  lines: { name: string; unit: string; points: readonly (readonly [x: number, y: number])[] }[];
};

const [width, height, left, top, gap] = [640, 120, 96, 40, 44];
const colours = ['#2563eb', '#c2410c', '#15803d'];
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The least of 1, 2 and 5 times a power of ten that is not below. */
export function ceiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((one) => one >= value)!;
}

/** An SVG whose words say what the lines do, for who does not see it. */
export function drawing({ title, x, isLogarithmic = false, lines }: Plot): string {
  const along = (value: number) => (isLogarithmic ? Math.log10(value) : value);
  const all = lines.flatMap(({ points }) => points.map(([at]) => at));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const across = (at: number) =>
    left + ((along(at) - along(first)) / (along(last) - along(first) || 1)) * (width - left - 24);
  const panels = lines.map(({ name, unit, points }, index) => {
    const most = ceiling(Math.max(...points.map(([, y]) => y)));
    const floor = top + index * (height + gap) + height;
    const up = (y: number) => floor - (y / most) * (height - 16);
    const path = points.map(([at, y]) => `${across(at).toFixed(1)},${up(y).toFixed(1)}`).join(' ');
    const colour = colours[index % colours.length];
    const ticks = [0, most / 2, most].map(
      (y) =>
        `<path d="M${left} ${up(y)}H${width - 24}" stroke="#94a3b8" stroke-opacity=".4"/><text x="${left - 8}" y="${up(y) + 4}" text-anchor="end">${short.format(y)} ${escaped(unit)}</text>`,
    );
    const dots = points.map(([at, y]) => `<circle cx="${across(at)}" cy="${up(y)}" r="3" fill="${colour}"/>`);
    return `<g><text x="${left}" y="${floor - height + 4}" font-weight="600">${escaped(name)}</text>${ticks.join('')}<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}</g>`;
  });
  const foot = top + lines.length * (height + gap);
  const marks = [...new Set(all)]
    .filter((_, index, { length }) => index % Math.ceil(length / 10) === 0)
    .map((at) => `<text x="${across(at)}" y="${foot - 14}" text-anchor="middle">${short.format(at)}</text>`);
  const said = lines.map(
    ({ name, unit, points }) =>
      `${name}: ${points.map(([at, y]) => `${short.format(y)} ${unit} at ${short.format(at)}`).join(', ')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${foot + 16}" font-family="system-ui, sans-serif" font-size="12" fill="#64748b" role="img"><title>${escaped(title)}</title><desc>${escaped(said.join('. '))}</desc><text x="${left}" y="20" font-size="15" font-weight="600">${escaped(title)}</text>${panels.join('')}${marks.join('')}<text x="${width - 24}" y="${foot + 6}" text-anchor="end">${escaped(x)}</text></svg>\n`;
}

/** Beside the benchmarks that the documentation keeps. */
export async function keepPlot(name: string, plot: Plot): Promise<void> {
  const file = join(root, 'docs', 'images', `bench-${name}.svg`);
  await writeFile(file, drawing(plot));
  console.log(`\nThe picture: ${relative(root, file)}`);
}
