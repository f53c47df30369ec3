import { update } from '@zerodo/domain/changes';
import { toInstant, toLocal } from '@zerodo/domain/local-time';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { QuietHours } from '@zerodo/domain/reminders';
import type { Series } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { lockFloatingSeries, lockFloatingTasks } from '@zerodo/store/floating';
import { saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { saveTask } from '@zerodo/store/tasks';

type Clock = {
  actor: string;
  now: Date;
  newId: () => string;
  timezone: string;
  quietHours: QuietHours | null;
};

/**
 * What is meant on the clock of whoever does it is due at the same time of day where that person is
 * now: tasks, with their reminders, and the series that make them.
 */
export async function moveFloating(tx: Tx, { newId, ...clock }: Clock): Promise<OutgoingEvent[]> {
  const { actor, timezone, now } = clock;
  const events: OutgoingEvent[] = [];
  const floating = await lockFloatingSeries(tx, actor, timezone);
  for (const task of await lockFloatingTasks(tx, actor, timezone)) {
    const [moved, announced] = update(task, { due: { timezone } }, { ...clock, eventId: newId() });
    if (announced.length > 0) await saveTask(tx, moved, actor, task);
    events.push(...announced);
  }
  for (const series of floating) {
    const moved = onClock(series, timezone, now);
    await saveSeries(tx, moved);
    events.push(seriesEvent('updated', moved, { actor, now, eventId: newId() }, series));
  }
  return events;
}

const onClock = (series: Series, timezone: string, now: Date): Series => ({
  ...series,
  timezone,
  nextDueAt:
    series.nextDueAt &&
    toInstant(toLocal(new Date(series.nextDueAt), series.timezone), timezone).toISOString(),
  version: series.version + 1,
  updatedAt: now.toISOString(),
});
