// The text as words with their places. What has been understood already is a wall: no phrase reads over it.

/** `start` and `end` are UTF-16 offsets into the text. */
export type Token = { text: string; word: string; start: number; end: number; wall: boolean };

/** Whether a phrase may begin with this token: with a mark none does. */
export const mayBegin = ({ text, wall }: Token): boolean => !wall && !/^[,;().!?:]/.test(text);

/** What was understood between two offsets of the text. */
export type Range = { start: number; end: number };

// From the private use area: nobody types it, and it is no space.
const wall = '\uE000';

/** Replaces ranges of the text so that nothing reads them again; offsets stay as they are. */
export function wallOff(text: string, ranges: readonly Range[]): string {
  let result = text;
  for (const { start, end } of ranges) {
    result = result.slice(0, start) + wall.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** Words, with commas, brackets and the marks at their end as tokens of their own; addresses are walls. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (part: string, start: number): void => {
    const opaque = part.includes(wall) || part.includes('://');
    tokens.push({ text: part, word: part.toLowerCase(), start, end: start + part.length, wall: opaque });
  };
  for (const match of text.matchAll(/[^\s,;()\uE000]+|[,;()]|\uE000+/g)) {
    const chunk = match[0];
    const marks = chunk.includes('://') ? 0 : markCount(chunk);
    const body = chunk.length - marks;
    // `@9am` is a time: what has a digit after the mark is no label.
    const at = /^@\d/.test(chunk) ? 1 : 0;
    if (at > 0) add('@', match.index);
    if (body > at) add(chunk.slice(at, body), match.index + at);
    if (marks > 0) add(chunk.slice(body), match.index + body);
  }
  return tokens;
}

/** How many marks a chunk ends with: `Friday!?` has two. */
function markCount(chunk: string): number {
  let count = 0;
  while (count < chunk.length && '.!?:'.includes(chunk.charAt(chunk.length - 1 - count))) count += 1;
  return count;
}
