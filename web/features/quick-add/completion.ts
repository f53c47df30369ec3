// While a name is being written: `#` a project, `@` a label, `/` a section, `+` whoever is to do it.

export type Mark = '#' | '@' | '/' | '+';

/** A name that is not whole yet, up to the caret. */
export type Token = {
  mark: Mark;
  /** Where the mark stands. */
  start: number;
  /** What is written of the name. */
  typed: string;
};

/** What `quick-add/markers.ts` of the domain reads as a mark, not ended. */
const unfinished = /(?<!\S)([#@/+])(?:"([^"\n]{0,100})|([^\s"#@{},;]{0,100}))$/u;

/** The name that is being written where the caret stands. */
export function tokenAt(text: string, caret: number): Token | null {
  const found = unfinished.exec(text.slice(0, caret));
  if (!found) return null;
  const [, mark, quoted, bare] = found;
  return { mark: mark as Mark, start: found.index, typed: quoted ?? bare ?? '' };
}

/** A name as it is read again: in quotes where it has spaces or would not read as a name. */
export const written = (mark: Mark, name: string): string =>
  /^[\p{L}][^\s"#@{},;/+]*$/u.test(name) && !/[.:!?)]$/.test(name) ? `${mark}${name}` : `${mark}"${name}"`;

/** The text with the name in place of what was written of it, and where the caret goes. */
export function completed(text: string, { mark, start }: Token, caret: number, name: string) {
  const after = text.slice(caret).replace(/^"?\s?/, '');
  const head = `${text.slice(0, start)}${written(mark, name)} `;
  return { text: head + after, caret: head.length };
}

const most = 6;
const plain = (text: string): string => text.toLowerCase();

/** Names that begin with what is written, then those with a word that does, then those that have it. */
export function suggestions(names: readonly string[], typed: string): string[] {
  const asked = plain(typed);
  const rank = (name: string): number => {
    const text = plain(name);
    if (text.startsWith(asked)) return 0;
    if (text.includes(` ${asked}`)) return 1;
    return text.includes(asked) ? 2 : 3;
  };
  const found = names.filter((name) => rank(name) < 3);
  // Whole already: there is nothing to say, and Enter means the task.
  if (found.some((name) => plain(name) === asked)) return [];
  return found.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
