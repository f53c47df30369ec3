import type { CivilDate } from '../local-date.ts';

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `a`, `a and b`, `a, b and c` */
export const andList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** `1st`, `22nd`, `last`, `2nd to last` */
export function ordinal(position: number): string {
  if (position === -1) return 'last';
  if (position < 0) return `${ordinal(-position)} to last`;
  const teen = position % 100 >= 11 && position % 100 <= 13;
  return `${position}${(!teen && ['', 'st', 'nd', 'rd'][position % 10]) || 'th'}`;
}

/** `24 December 2026` */
export const dateText = ({ year, month, day }: CivilDate): string =>
  `${day} ${monthNames[month - 1]} ${year}`;
