import type { Due } from '../due.ts';
import type { NotificationKind } from '../notification.ts';

/** A notification that is about to be sent, with all that it can say. */
export type Undelivered = {
  id: string;
  kind: NotificationKind;
  cause: string;
  userId: string;
  actorName: string | null;
  fireAt: Date;
  person: { name: string | null; locale: string | null; timezone: string };
  /** Null for a digest or a test. */
  task: {
    id: string;
    title: string;
    notes: string;
    status: 'open' | 'completed';
    gone: boolean;
    due: Due | null;
    dueAt: Date | null;
    /** Whether the person may still see it. */
    seen: boolean;
  } | null;
  /** When the reminder behind it fires, as far as there is one. */
  reminderAt: Date | null;
};

/**
 * Whether what it says is so: a task that was done, deleted, moved or taken out of reach since it was
 * planned is nothing to tell of any more.
 */
export function stillHolds({ kind, cause, task, reminderAt }: Undelivered): boolean {
  if (kind === 'digest' || kind === 'test') return true;
  if (!task || task.gone || !task.seen) return false;
  if (kind.startsWith('task-')) return true;
  if (task.status !== 'open') return false;
  // Its own time may be later, where quiet hours held it back.
  if (kind === 'reminder') return reminderAt !== null && cause.endsWith(reminderAt.toISOString());
  return cause === dueCause(kind, task.id, task.dueAt);
}

/** A task tells of its due time once for each that it has. */
export const dueCause = (kind: string, taskId: string, dueAt: Date | null): string =>
  `${kind} ${taskId} ${dueAt?.toISOString()}`;
