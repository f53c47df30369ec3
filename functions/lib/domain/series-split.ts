import { type Due, localDue } from './due.ts';
import { dueInstant } from './due-instant.ts';
import { readLocal, writeLocal } from './local-date.ts';
import { occurrencesAfter } from './recurrence.ts';
import type { Series } from './series.ts';
import { nextSlot } from './series-slots.ts';

/** The last moment on the wall clock before a slot: what an earlier series lasts until. */
export function until(slot: Due): string {
  const { wall } = readLocal(localDue(slot));
  return slot.time === null ? writeLocal(wall - 1).slice(0, 10) : writeLocal(wall - 1);
}

/**
 * Where what goes on from a slot is counted from: there, or, where its local name means another instant (an hourly
 * rule comes to 02:30 twice when the clocks go back, and its name is that of the first), from the next slot.
 */
export function anchorAt(series: Series, begins: Due, slotAt: string): { due: Due; dueAt: string } {
  const here = { due: begins, dueAt: slotAt };
  if (dueInstant(begins).getTime() === Date.parse(slotAt)) return here;
  return nextSlot(series, new Date(slotAt)) ?? here;
}

/**
 * The rules of what goes on from a slot (at the instant `slotAt`): where one ends after so many
 * occurrences, those that lie before it are taken off. On fixed dates they are the rule's instances,
 * counted from completion what has been done.
 */
export function remainingRules(series: Series, slotAt: string, completions: number): string[] {
  return series.rrules.map((rule) => {
    const count = Number(/(?:^|;)COUNT=(\d+)/i.exec(rule)?.[1] ?? 0);
    if (count === 0) return rule;
    const before = series.mode === 'completion' ? completions : instancesBefore(series, rule, count, slotAt);
    return rule.replace(/(^|;)COUNT=\d+/i, `$1COUNT=${Math.max(1, count - before)}`);
  });
}

/** How many of a rule's first `count` instances lie before the slot, by halving: a count may be large. */
function instancesBefore(series: Series, rule: string, count: number, slotAt: string): number {
  const justBefore = new Date(Date.parse(slotAt) - 1);
  // So many instances are over before the slot where a rule of just as many has none from there on.
  const areBefore = (some: number): boolean => {
    const limited = rule.replace(/(^|;)COUNT=\d+/i, `$1COUNT=${some}`);
    const bare = { ...series, rrules: [limited], exdates: [], rdates: [] };
    return occurrencesAfter(bare, justBefore, 1).length === 0;
  };
  let known = 0;
  let beyond = Math.min(count, 1e11) + 1;
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (areBefore(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}
