/** The points of a line through these values, as SVG has them; none for fewer than two. */
export function sparkOf(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const most = Math.max(...values) || 1;
  return values
    .map(
      (value, at) =>
        `${round((at / (values.length - 1)) * width)},${round(height - (value / most) * height)}`,
    )
    .join(' ');
}

const round = (value: number): number => Math.round(value * 10) / 10;
