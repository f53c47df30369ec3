import { update } from '@zerodo/domain/changes';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import type { SeriesChanges } from '@zerodo/domain/series-commands';
import type { OpenOccurrence } from '@zerodo/store/occurrences';
import type { Tx } from '@zerodo/store/sql';
import { saveTask } from '@zerodo/store/tasks';
import type { Whose } from './change-occurrences.ts';

/**
 * Changes one occurrence and leaves its series alone: the next one comes from the series' own slot.
 *
 * @throws Rejected `invalid-request` for a rule or an end, which one occurrence does not have
 */
export async function changeThis(
  tx: Tx,
  { task }: OpenOccurrence,
  { until, recurrence, ...changes }: SeriesChanges,
  { actor, now, newId, timezone, quietHours }: Whose,
): Promise<OutgoingEvent[]> {
  if (until !== undefined || recurrence !== undefined) {
    throw new Rejected(
      'invalid-request',
      'A rule belongs to the series: change it with the scope following or all.',
    );
  }
  const around = { actor, now, eventId: newId(), timezone, quietHours };
  const [changed, events] = update(task, changes, around);
  if (events.length > 0) await saveTask(tx, changed, actor, task);
  return events;
}
