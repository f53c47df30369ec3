import type { ImportFormat, ReadImport } from '@zerodo/domain/import';
import { Rejected } from '@zerodo/domain/rejected';
import { readCsv } from './csv.ts';
import { readIcalendar } from './icalendar.ts';
import { readDocument } from './json.ts';
import type { Surroundings } from './reading.ts';
import { readTodoist } from './todoist.ts';
import { readVikunja } from './vikunja.ts';

/**
 * What a file says. Without a format it is the one that the file looks like.
 *
 * @throws Rejected `import-unreadable`
 */
export function readFile(
  content: string,
  format: ImportFormat | undefined,
  surroundings: Surroundings,
): ReadImport {
  const text = content.replace(/^\uFEFF/, '');
  const json = /^\s*[{[]/.test(text);
  switch (format ?? (json ? undefined : guessed(text))) {
    case 'ics':
      return readIcalendar(text, surroundings);
    case 'todoist':
      return readTodoist(text, surroundings);
    case 'csv':
      return readCsv(text, surroundings);
    case 'json':
      return readDocument(parsed(text));
    case 'vikunja':
      return readVikunja(parsed(text), surroundings);
    default: {
      const value = parsed(text);
      return Array.isArray(value) ? readVikunja(value, surroundings) : readDocument(value);
    }
  }
}

function guessed(text: string): ImportFormat {
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return 'ics';
  const [header = ''] = text.trimStart().split(/\r?\n/, 1);
  return /\bTYPE\b/.test(header) && /\bCONTENT\b/.test(header) ? 'todoist' : 'csv';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Rejected('import-unreadable', `The file is not JSON: ${(error as Error).message}.`);
  }
}
