import { dayOf, freeSlot, nextSlot, type Ruled, type Slot, slotAfter } from './series-slots.ts';

/** Where a skipped occurrence stands: its own slot, the first slot that no occurrence has yet (spawned on schedule), and those that others have. */
type Standing = { slotAt: string; unmadeAt: string | null; completions: number; taken: readonly number[] };

/**
 * Where an occurrence moves when it is skipped; null when the series has no slot left, undefined
 * when there is nothing to skip.
 *
 * `next`: the slot after its own. `today`: the first slot today or later, by the series' calendar;
 * one that is not due before today stays. Counted from completion, a skipped occurrence counts from
 * its slot (`next`) or from now (`today`), and not as a completion.
 */
export function skipTo(
  series: Ruled & { spawn: 'completion' | 'schedule' },
  to: 'next' | 'today',
  now: Date,
  { slotAt, unmadeAt, ...room }: Standing,
): Slot | null | undefined {
  const today = dayOf(series, now).getTime();
  if (to === 'today' && Date.parse(slotAt) >= today) return undefined;
  if (series.spawn === 'schedule') {
    // The tick makes what comes after: an occurrence that moved onto a slot of its own would come twice.
    if (unmadeAt === null) return null;
    const from = Math.max(Date.parse(unmadeAt), to === 'today' ? today : 0);
    return nextSlot(series, new Date(from - 1));
  }
  if (series.mode === 'completion') {
    const completedAt = to === 'today' ? now.toISOString() : slotAt;
    return freeSlot(series, slotAfter(series, { dueAt: slotAt, completedAt }, room.completions), room);
  }
  const after = to === 'today' ? Math.max(Date.parse(slotAt), today - 1) : Date.parse(slotAt);
  return freeSlot(series, nextSlot(series, new Date(after)), room);
}
