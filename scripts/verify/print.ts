import type { Line } from './check.ts';

const marks = { pass: '✓', fail: '✗', 'not tried': '–' };

/** A line as people read it; one that failed says what was waited for and where to look. */
export function shown({ name, result, took, within, waitsFor, found, lookAt }: Line): string {
  const time = result === 'not tried' ? '' : `${took.toFixed(1)} s`;
  const first = `  ${marks[result]} ${name.padEnd(21)} ${time.padStart(7)}  ${found}`;
  if (result !== 'fail') return first;
  return `${first}\n      waited for: ${waitsFor}, at most ${within} s\n      look at: ${lookAt}`;
}

/** What all of them come to, in one sentence. */
export function summary(lines: readonly Line[]): string {
  const failed = lines.filter(({ result }) => result === 'fail').map(({ name }) => name);
  const untried = lines.filter(({ result }) => result === 'not tried').length;
  if (failed.length === 0 && untried === 0) return `  All ${lines.length} checks passed.`;
  const rest = untried > 0 ? `, ${untried} not tried` : '';
  return `  ${failed.length} of ${lines.length} checks failed${rest}: ${failed.join(', ')}. docs/how-to/verify-an-installation.md`;
}
