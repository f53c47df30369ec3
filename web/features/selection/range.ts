/** Everything between two of the ids, both included, in the order that they are shown. */
export function between(shown: readonly string[], one: string, other: string): string[] {
  const [start, end] = [shown.indexOf(one), shown.indexOf(other)].toSorted((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return [other];
  return shown.slice(start, end + 1);
}
