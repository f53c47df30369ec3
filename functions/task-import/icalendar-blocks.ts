import { Rejected } from '@zerodo/domain/rejected';
import ICAL from 'ical.js';

/** A to-do with the line that it begins on, or what is wrong with it. */
export type Todo = { line: number } & ({ todo: ICAL.Component } | { problem: string });

/**
 * The to-dos of all calendars in a file, each read by itself, so that one that cannot be read is named and spoils no
 * other; what stands beside them is looked at for its time zones alone.
 *
 * @throws Rejected `import-unreadable`
 */
export function todosOf(text: string): Todo[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line))) {
    throw new Rejected('import-unreadable', 'The file is no iCalendar: it has no BEGIN:VCALENDAR.');
  }
  const todos: Todo[] = [];
  let calendar = new ICAL.Component('vcalendar');
  let open: { kind: string; at: number } | undefined;
  for (const [at, line] of lines.entries()) {
    const [, word = '', kind = ''] = /^(BEGIN|END):(VTODO|VTIMEZONE|VCALENDAR)\s*$/i.exec(line) ?? [];
    const begins = /^begin$/i.test(word);
    if (/^vcalendar$/i.test(kind)) {
      if (begins) calendar = new ICAL.Component('vcalendar');
    } else if (begins) {
      if (open) todos.push(...unended(open));
      open = { kind: kind.toLowerCase(), at };
    } else if (word && open?.kind === kind.toLowerCase()) {
      const read = component(lines.slice(open.at, at + 1));
      if (typeof read !== 'string') calendar.addSubcomponent(read);
      if (open.kind === 'vtodo') {
        todos.push({ line: open.at + 1, ...(typeof read === 'string' ? { problem: read } : { todo: read }) });
      }
      open = undefined;
    }
  }
  return open ? [...todos, ...unended(open)] : todos;
}

const unended = ({ kind, at }: { kind: string; at: number }): Todo[] =>
  kind === 'vtodo' ? [{ line: at + 1, problem: 'It has no END:VTODO' }] : [];

function component(lines: string[]): ICAL.Component | string {
  try {
    return new ICAL.Component(ICAL.parse(lines.join('\r\n')) as never);
  } catch (error) {
    return `It cannot be read: ${(error as Error).message}`;
  }
}
