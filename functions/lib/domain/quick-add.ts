// One line of words becomes a task: `Water plants every 3 days at 9am #Home !30 min before`.

import { dayOfWall, modulo, writeDate } from './local-date.ts';
import { checkTimezone, wallAt } from './local-time.ts';
import type { QuickAdd } from './preview-schemas.ts';
import { dueOf } from './quick-add/due.ts';
import { languageOf } from './quick-add/language.ts';
import { deadlines, markers } from './quick-add/markers.ts';
import { writeClock } from './quick-add/one-time.ts';
import type { Reading } from './quick-add/reading.ts';
import { reminderOf, reminderPhrases } from './quick-add/reminder-phrase.ts';
import { titleOf } from './quick-add/title.ts';
import { type Range, tokenize, wallOff } from './quick-add/tokens.ts';

/**
 * Reads a line as a person types it, in English or German. Only what the text says is answered:
 * no default is added. `spans` tell what was understood as what.
 *
 * @throws Rejected `empty-title`, `unknown-timezone`
 */
export function parseQuickAdd(text: string, { now, timezone }: { now: Date; timezone: string }): QuickAdd {
  checkTimezone(timezone);
  const reading = readingOf(text, now, timezone);
  const deadline = deadlines(text, reading);
  const phrases = reminderPhrases(wallOff(text, deadline), reading);
  const marks = markers(wallOff(text, [...deadline, ...phrases]), reading);
  const understood: Range[] = [...deadline, ...phrases, ...marks];
  const { due, schedule, minutes, spans } = dueOf(wallOff(text, understood), reading);

  const all = [
    ...deadline.map((range) => span(range, 'deadline')),
    ...phrases.map((range) => span(range, 'reminder')),
    ...marks.map((range) => span(range, range.kind)),
    ...spans,
  ].sort((a, b) => a.start - b.start);
  const last = (kind: string): string | null => marks.findLast((mark) => mark.kind === kind)?.name ?? null;
  const lastDeadline = deadline.at(-1);
  return {
    title: titleOf(text, all),
    due: due && { date: writeDate(due.day), time: due.time === null ? null : writeClock(due.time) },
    rrules: schedule?.rrules ?? [],
    recurrenceMode: schedule?.mode ?? null,
    reminders: phrases.map((phrase) => reminderOf(phrase, due, reading)),
    priority: Number(last('priority') ?? 4),
    labels: [...new Set(marks.filter(({ kind }) => kind === 'label').map(({ name }) => name))],
    project: last('project'),
    section: last('section'),
    assignee: last('assignee'),
    deadline: lastDeadline ? writeDate(lastDeadline.day) : null,
    durationMinutes: minutes,
    spans: all,
  };
}

const span = ({ start, end }: Range, kind: string): QuickAdd['spans'][number] => ({ start, end, kind });

function readingOf(text: string, instant: Date, timezone: string): Reading {
  const tokens = tokenize(text);
  const wall = wallAt(instant.getTime(), timezone);
  // People plan by the minute.
  const now = wall - modulo(wall, 60);
  return {
    tokens,
    words: languageOf(tokens),
    instant: instant.getTime(),
    timezone,
    now,
    today: dayOfWall(now),
  };
}
