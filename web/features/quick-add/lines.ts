/** More would be a file: those are imported. */
export const mostLines = 200;

const bullet = /^\s*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/;

/** The tasks of a text that was pasted: one a line, without the marks of a list. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(bullet, '').trim())
    .filter(Boolean);
