import { afterQuietHours } from '@zerodo/domain/reminders';
import { type DueReminder, quietHoursOf } from '@zerodo/store/due-reminders';
import { moveReminders } from '@zerodo/store/reminders';
import type { Tx } from '@zerodo/store/sql';

/**
 * Those that may come now. Reminders keep out of quiet hours when they are planned; one that somebody
 * else's change or a new occurrence has planned knows nothing of them, and waits for their end here.
 * A snooze comes when its person said.
 */
export async function outOfQuietHours<R extends DueReminder>(tx: Tx, due: R[]): Promise<R[]> {
  const quiet = await quietHoursOf(
    tx,
    due.map(({ userId }) => userId),
  );
  if (quiet.size === 0) return due;
  const later = new Map<string, Date>();
  for (const { id, userId, fireAt, ordinal } of due) {
    const person = quiet.get(userId);
    if (!person || ordinal < 0) continue;
    const end = afterQuietHours(fireAt, person.quietHours, person.timezone);
    if (end > fireAt) later.set(id, end);
  }
  if (later.size > 0) {
    await moveReminders(
      tx,
      [...later].map(([id, fireAt]) => ({ id, fireAt })),
    );
  }
  return due.filter(({ id }) => !later.has(id));
}
