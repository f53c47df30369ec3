/** Letters without case and marks: "Übung" is found by "ubung". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well a label answers what was typed: every word has to be in it; 0 is best, null is no answer.
 * What it begins with counts more than a word's beginning, and that more than its middle.
 */
export function match(label: string, typed: string): number | null {
  const text = plain(label);
  const words = plain(typed).split(/\s+/).filter(Boolean);
  let score = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return null;
    const begins = at === 0 || text.includes(` ${word}`);
    score += at === 0 ? 0 : begins ? 1 : 2;
  }
  return score;
}

/** Those that answer, the best first, else in their order. */
export function best<T extends { label: string }>(items: readonly T[], typed: string): T[] {
  if (typed.trim() === '') return [...items];
  return items
    .flatMap((item) => {
      const score = match(item.label, typed);
      return score === null ? [] : [{ item, score }];
    })
    .toSorted((one, other) => one.score - other.score)
    .map(({ item }) => item);
}
