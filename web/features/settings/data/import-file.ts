import type { Problem } from '@zerodo/api/problem';
import type { ImportAnswer, ImportFormat } from '@zerodo/domain/import';
import { Refused } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';

export type Wish = { content: string; format: ImportFormat; partial: boolean; project: string | null };

/** A file with rows that cannot be read, each with its number and why. */
export class RowsRefused extends Refused {
  readonly rows: { row: string; reason: string }[];
  /** How many there are of them; the answer names the first hundred. */
  readonly count: number;

  constructor({ code, detail, errors = [] }: Problem, status: number) {
    super(status, code, detail);
    this.rows = errors.map(({ path, message }) => ({ row: path, reason: message }));
    const more = Number(detail.match(/, and (\d+) more\. /)?.[1] ?? 0);
    this.count = Math.max(this.rows.length, more + 1);
  }
}

const contentTypes: Record<ImportFormat, string> = {
  json: 'application/json',
  vikunja: 'application/json',
  csv: 'text/csv',
  todoist: 'text/csv',
  ics: 'text/calendar',
};

/**
 * Imports the text of a file.
 *
 * @throws RowsRefused, Refused, TypeError when nothing answered
 */
export async function importFile({ content, format, partial, project }: Wish): Promise<ImportAnswer> {
  const asked = new URLSearchParams({
    format,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(partial && { partial: 'true' }),
    ...(project && { project }),
  });
  const response = await fetch(`/api/v1/import?${asked}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': contentTypes[format], 'idempotency-key': newId() },
    credentials: 'same-origin',
    body: content,
  });
  if (response.ok) return response.json() as Promise<ImportAnswer>;
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const { code = 'unexpected-answer', detail = `answer ${response.status}` } = problem;
  if (code === 'import-row-invalid')
    throw new RowsRefused({ ...(problem as Problem), detail }, response.status);
  throw new Refused(response.status, code, detail);
}
