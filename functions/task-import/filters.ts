import type { ExportedFilter } from '@zerodo/domain/exported-filter';
import { fromExported } from '@zerodo/domain/exported-filter';
import type { Filter } from '@zerodo/domain/filter';
import { filterEvent } from '@zerodo/domain/filter-events';
import { inboxId } from '@zerodo/domain/ids';
import type { Destination, Importing } from '@zerodo/domain/import-plan';
import { limits } from '@zerodo/domain/limits';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { addFilter, listFilters, lockFilters } from '@zerodo/store/filters';
import { checkEditable } from '@zerodo/store/people';
import type { Tx } from '@zerodo/store/sql';

/**
 * The filters of a file whose names nobody has given yet; those that are there stay as they are.
 *
 * @throws Rejected `too-many-filters`
 */
export async function placeFilters(
  tx: Tx,
  filters: readonly ExportedFilter[],
  projects: ReadonlyMap<number, Destination>,
  { userId, now, newId }: Importing,
): Promise<OutgoingEvent[]> {
  if (filters.length === 0) return [];
  // What is told of a filter is told as of the inbox.
  await checkEditable(tx, inboxId(userId), userId);
  await lockFilters(tx, userId);
  const there = await listFilters(tx, userId);
  const names = new Set(there.map(({ name }) => name.toLowerCase()));
  let last = Math.max(0, ...there.map(({ position }) => position));
  const events: OutgoingEvent[] = [];
  for (const { name, color, query, position, createdAt, updatedAt } of filters) {
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    last = position ?? last + 1;
    const begun = createdAt ?? now.toISOString();
    const filter: Filter = {
      ...{ id: newId(), name, color, query: fromExported(query, projects), position: last, version: 1 },
      createdAt: begun,
      updatedAt: updatedAt ?? begun,
    };
    await addFilter(tx, filter, userId);
    const change = { actor: userId, now, eventId: newId(), changed: Object.keys(filter) };
    events.push(filterEvent('created', filter, change));
  }
  if (there.length + events.length <= limits.filters) return events;
  throw new Rejected(
    'too-many-filters',
    `With this file you would have ${there.length + events.length} filters, ${limits.filters} are possible.`,
  );
}
