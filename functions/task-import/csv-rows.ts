import { Rejected } from '@zerodo/domain/rejected';
import Papa from 'papaparse';

/** A record and the line that it begins on. */
export type Record = { line: number; cells: string[] };

/**
 * The records of a CSV file (RFC 4180; semicolons and tabs are understood too), the header first.
 *
 * @throws Rejected `import-unreadable`
 */
export function csvRows(text: string): Record[] {
  const records: Record[] = [];
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, errors, meta }) => {
      const [error] = errors.filter(({ type }) => type === 'Quotes');
      if (error) throw new Rejected('import-unreadable', `Line ${line}: ${error.message}.`);
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data });
      for (; at < meta.cursor; at++) {
        if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line += 1;
      }
    },
  });
  if (records.length === 0) throw new Rejected('import-unreadable', 'The file is empty: it has no header.');
  return records;
}

/** Where each column stands, by any of its names, whatever their case. */
export function columnsOf<C extends string>(
  header: string[],
  names: { [column in C]: readonly string[] },
): Map<C, number> {
  const there = header.map((name) => name.trim().toLowerCase());
  const found = new Map<C, number>();
  for (const [column, called] of Object.entries(names) as [C, readonly string[]][]) {
    const at = called.map((name) => there.indexOf(name.toLowerCase())).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found;
}
