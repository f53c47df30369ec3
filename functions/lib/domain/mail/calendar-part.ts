import { readLocal, secondsPerDay, writeDate } from '../local-date.ts';
import { oneLine } from './letter.ts';
import { taskUrl } from './notification-letter.ts';
import type { Undelivered } from './undelivered.ts';

/** RFC 5545 3.3.11: what would end a value or a line is written with a backslash. */
const escaped = (words: string): string =>
  words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n|\r/g, '\\n');

/** RFC 5545 3.1: at most 75 octets a line, and never half of a character. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      lines.push(current);
      // The space that the next line begins with counts.
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const dayAfter = (date: string): string => writeDate(readLocal(date).wall / secondsPerDay + 1);

/**
 * The due time as an event that a calendar can keep (RFC 5545); its UID is the task's, so that a later
 * one takes its place. Null for what is not due.
 */
export function calendarPart({ task }: Undelivered, now: Date, publicUrl: string): string | null {
  if (!task?.due || !task.dueAt) return null;
  const { due, dueAt } = task;
  const day = due.date.replaceAll('-', '');
  const when =
    due.time === null
      ? [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${dayAfter(due.date).replaceAll('-', '')}`]
      : [`DTSTART:${utc(dueAt)}`, `DTEND:${utc(dueAt)}`];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zerodo//Zerodo//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${task.id}@zerodo`,
    `DTSTAMP:${utc(now)}`,
    ...when,
    `SUMMARY:${escaped(oneLine(task.title, 500))}`,
    ...(task.notes ? [`DESCRIPTION:${escaped(oneLine(task.notes, 500))}`] : []),
    `URL:${taskUrl(publicUrl, task.id)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
