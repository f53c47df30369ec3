// Words that a person wants left as words: what they would mean is taken out, they stay in the title.

/** UTF-16 units of the text, `end` excluded. */
export type Range = { start: number; end: number };

/** How many units two texts share at their beginning. */
export function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

/** Moves ranges along with an edit of the text; a range that the edit touched is given up. */
export function follow(ranges: readonly Range[], before: string, after: string): Range[] {
  const start = commonStart(before, after);
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const editEnd = before.length - tail;
  const moved = after.length - before.length;
  return ranges.flatMap((range) => {
    if (range.end <= start) return [range];
    if (range.start >= editEnd) return [{ start: range.start + moved, end: range.end + moved }];
    return [];
  });
}

/** Letters of the Vai script: words to any parser, and nobody's words here. */
const firstStandIn = 0xa500;

/**
 * The text with each range replaced by as many letters that mean nothing, so that it can be read
 * without them and every position stays what it was. `restore` puts the words back into the title.
 */
export function masked(
  text: string,
  ranges: readonly Range[],
): { text: string; restore(title: string): string } {
  let result = text;
  const hidden = new Map<string, string>();
  let code = firstStandIn;
  for (const { start, end } of ranges) {
    while (text.includes(String.fromCharCode(code))) code++;
    const standIn = String.fromCharCode(code++).repeat(end - start);
    hidden.set(standIn, text.slice(start, end));
    result = result.slice(0, start) + standIn + result.slice(end);
  }
  return {
    text: result,
    restore: (title) =>
      [...hidden].reduce((restored, [standIn, words]) => restored.replace(standIn, () => words), title),
  };
}
