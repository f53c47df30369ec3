// #project /section @label +assignee p1: a mark, with a space before it, and a name.

import { timeAt } from './clock.ts';
import { dateAt } from './dates.ts';
import type { Reading } from './reading.ts';
import { type Range, tokenize } from './tokens.ts';

type MarkerKind = 'project' | 'section' | 'label' | 'assignee' | 'priority';
type Marker = Range & { kind: MarkerKind; name: string };

const kinds: Record<string, MarkerKind> = { '#': 'project', '/': 'section', '@': 'label', '+': 'assignee' };

/** All marks in the text. What reads as a time (`@9am`) or has no letter (`#42`) is none. */
export function markers(text: string, reading: Reading): Marker[] {
  const found: Marker[] = [];
  for (const match of text.matchAll(
    /(?<!\S)([#/@+])(?:"([^"\n]{1,100})"|([^\s"#@{},;\uE000]{1,100}(?:(?<=\+\S+)@[^\s"#@{},;\uE000]{1,100})?)(?![#@]))/gu,
  )) {
    const [all, mark = '', quoted, bare] = match;
    const name = quoted?.trim() ?? (bare as string).replace(/[.:!?)]+$/, '');
    const end = match.index + (quoted === undefined ? 1 + name.length : all.length);
    const kind = kinds[mark] as MarkerKind;
    if (quoted === undefined ? isName(kind, name, reading) : name !== '') {
      found.push({ kind, name, start: match.index, end });
    }
  }
  for (const match of text.matchAll(/(?<!\S)(?:[pP]|!!)([1-4])(?![^\s,;.!?)])/g)) {
    found.push({
      kind: 'priority',
      name: match[1] as string,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  const inProject = found.some(({ kind }) => kind === 'project');
  return found.filter(({ kind }) => kind !== 'section' || inProject);
}

function isName(kind: MarkerKind, name: string, reading: Reading): boolean {
  if (!/\p{L}|\p{Extended_Pictographic}/u.test(name)) return false;
  if (kind === 'section') return !name.includes('/');
  if (kind === 'assignee') return /^\p{L}/u.test(name);
  if (kind === 'label') {
    const alone = { ...reading, tokens: tokenize(`@ ${name}`) };
    return timeAt(alone, 0)?.end !== 2 || /^\p{L}/u.test(name);
  }
  return true;
}

/** `{next Friday}`: a deadline, where the braces hold a date and nothing else. */
export function deadlines(text: string, reading: Reading): (Range & { day: number })[] {
  return [...text.matchAll(/(?<!\S)\{([^{}]{1,100})\}/g)].flatMap((match) => {
    const inside = { ...reading, tokens: tokenize(match[1] as string) };
    const date = dateAt(inside, 0);
    if (!date || date.end < inside.tokens.length) return [];
    return [{ day: date.value.day, start: match.index, end: match.index + match[0].length }];
  });
}
