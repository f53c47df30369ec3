import type { ImportFormat } from '@zerodo/domain/import';

/** Which format a file looks like, as functions/task-import guesses it, so that it can be shown before. */
export function guessFormat(content: string): ImportFormat {
  const text = content.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('[')) return 'vikunja';
  if (text.startsWith('{')) return 'json';
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'ics';
  const [header = ''] = text.split(/\r?\n/, 1);
  return /\bTYPE\b/.test(header) && /\bCONTENT\b/.test(header) ? 'todoist' : 'csv';
}
