import { allOf } from '@zerodo/domain/all-of';
import { kept } from '@zerodo/domain/filter';
import { filterEvent } from '@zerodo/domain/filter-events';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { CommandContext } from '@zerodo/runtime/command';
import { lockFiltersWith, saveFilter } from '@zerodo/store/filters';

/** The person's filters ask for a label under its new name: they find what they found before. */
export async function renameInFilters(
  label: string,
  to: string,
  { tx, now, newId, userId }: CommandContext,
): Promise<OutgoingEvent[]> {
  const at = now();
  const events = [];
  for (const before of await lockFiltersWith(tx, label, userId)) {
    const labels = allOf(before.query.label).map((one) => (one === label ? to : one));
    const filter = {
      ...before,
      query: kept({ ...before.query, label: labels }),
      version: before.version + 1,
      updatedAt: at.toISOString(),
    };
    await saveFilter(tx, filter);
    events.push(
      filterEvent('updated', filter, { actor: userId, now: at, eventId: newId(), changed: ['query'] }),
    );
  }
  return events;
}
