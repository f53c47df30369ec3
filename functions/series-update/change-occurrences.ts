import { update } from '@zerodo/domain/changes';
import { type Due, localDue } from '@zerodo/domain/due';
import { dueInstant } from '@zerodo/domain/due-instant';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { QuietHours } from '@zerodo/domain/reminders';
import { type Series, shown } from '@zerodo/domain/series';
import { changesRule, followed, movedWith } from '@zerodo/domain/series-change';
import type { SeriesChanges } from '@zerodo/domain/series-commands';
import type { OpenOccurrence } from '@zerodo/store/occurrences';
import type { Tx } from '@zerodo/store/sql';
import type { Cause } from '@zerodo/store/successor';
import { saveTask } from '@zerodo/store/tasks';

/** Who changes a series, when, and on whose clock. */
export type Whose = Cause & { timezone: string; quietHours: QuietHours | null };

/**
 * What is open of a series follows its change: `old` is what it was made by, `next` what it belongs
 * to now. Answers the last slot that is open afterwards.
 */
export async function moveOccurrences(
  tx: Tx,
  { open, old, next, changes }: { open: OpenOccurrence[]; old: Series; next: Series; changes: SeriesChanges },
  { actor, now, newId, timezone, quietHours }: Whose,
): Promise<{ events: OutgoingEvent[]; lastSlot: string | null }> {
  const events: OutgoingEvent[] = [];
  const slots = new Set(open.map((one) => one.slotAt));
  // The last one first: where several would come to the same slot, it goes there and the others stay.
  for (const { task, left, slotAt } of open.toReversed()) {
    // Where somebody has moved it, it stays, and so does the slot that it was moved away from.
    const wanted =
      changesRule(changes) && !left && task.due
        ? movedWith({ due: task.due, dueAt: slotAt }, old, next)
        : undefined;
    const moved = wanted && !slots.has(instantOf(wanted)) ? wanted : undefined;
    const slot = moved && task.due && { from: localDue(task.due), to: localDue(moved.due) };
    const taken = { ...followed(task, old, next), ...(moved && { due: moved.due }) };
    const around = {
      actor,
      now,
      eventId: newId(),
      timezone,
      quietHours,
      dueAt: moved?.dueAt,
      ...(slot && { slot }),
    };
    const rule = changesRule(changes) || old.id !== next.id ? shown(next) : undefined;
    const [changed, announced] = update(task, taken, around, rule);
    if (announced.length > 0) await saveTask(tx, changed, actor, task, moved ? null : left);
    events.push(...announced);
    if (moved && slots.delete(slotAt)) slots.add(changed.dueAt!);
  }
  return { events, lastSlot: [...slots].sort().at(-1) ?? null };
}

const instantOf = ({ due, dueAt }: { due: Due; dueAt?: string }): string =>
  dueAt ?? dueInstant(due).toISOString();
