// `cases/quick-add-more.txt`: one line of words a line, and what is understood of it, in short.

import { readFileSync } from 'node:fs';
import { parseQuickAdd } from '@zerodo/domain/quick-add';
import { Rejected } from '@zerodo/domain/rejected';

const arrow = ' → ';

/** Lines that begin with `==` are headings. */
export const quickAddLines = (): { text: string; understood: string }[] =>
  readFileSync(new URL('../domain/cases/quick-add-more.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(arrow) && !line.startsWith('=='))
    .map((line) => {
      const at = line.lastIndexOf(arrow);
      return { text: line.slice(0, at), understood: line.slice(at + arrow.length) };
    });

/** What is understood of a line, such as `"Call Ana" | 2026-11-26 16:00 | p1 | @phone`. */
export function understood(text: string, now: string, timezone: string): string {
  try {
    const read = parseQuickAdd(text, { now: new Date(now), timezone });
    const named = ['project', 'section', 'assignee', 'deadline', 'durationMinutes'] as const;
    return [
      JSON.stringify(read.title),
      ...(read.due ? [[read.due.date, read.due.time].join(' ').trim()] : []),
      ...read.rrules,
      ...(read.recurrenceMode === 'completion' ? ['from completion'] : []),
      ...read.reminders.map((one) => `remind ${JSON.stringify(one)}`),
      ...(read.priority < 4 ? [`p${read.priority}`] : []),
      ...read.labels.map((label) => `@${label}`),
      ...named.flatMap((field) => (read[field] === null ? [] : [`${field} ${read[field]}`])),
    ].join(' | ');
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
}
