import { documentFormat, documentVersion } from '@zerodo/domain/exported';
import type { ReadImport, Row } from '@zerodo/domain/import';
import { Rejected } from '@zerodo/domain/rejected';
import * as z from 'zod';

const list = z.array(z.unknown()).max(200_000).default([]);

/** The outermost of a document; each thing within is checked by itself, so that it can be named. */
const outermost = z.strictObject({
  format: z.literal(documentFormat),
  version: z.literal(documentVersion),
  preferences: z.unknown().optional(),
  projects: list,
  labels: list,
  filters: list,
  series: list,
  tasks: list,
});

/** @throws Rejected `import-unreadable` */
export function readDocument(value: unknown): ReadImport {
  const { data, error } = outermost.safeParse(value);
  if (error) {
    const [{ path, message } = { path: [], message: '' }] = error.issues;
    throw new Rejected(
      'import-unreadable',
      `The file is no export of Zerodo: ${path.join('.') || 'it'}: ${message}.`,
    );
  }
  const { preferences, projects, labels, filters, series, tasks } = data;
  return {
    preferences,
    projects: rowsOf('projects', projects),
    labels: rowsOf('labels', labels),
    filters: rowsOf('filters', filters),
    series: rowsOf('series', series),
    tasks: rowsOf('tasks', tasks),
  };
}

const rowsOf = (name: string, values: unknown[]): Row[] =>
  values.map((value, index) =>
    typeof value === 'object' && value !== null
      ? { row: index + 1, value, of: name }
      : { row: index + 1, problem: 'this is no object', of: name },
  );
