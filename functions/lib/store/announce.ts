// Entering notifications, and the events that say so.
import type { Channel } from '@zerodo/domain/channel';
import type { Means } from '@zerodo/domain/channel-means';
import { inboxId } from '@zerodo/domain/ids';
import { linesFor } from '@zerodo/domain/ledger-lines';
import type { NotificationKind } from '@zerodo/domain/notification';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { againMs, type Entry, enter, type Waiting } from './ledger.ts';
import type { Recipient } from './recipients.ts';
import type { Tx } from './sql.ts';

/** Sent later than this after its time, something says that it is late. */
export const lateMs = 60_000;

export const isLate = (fireAt: Date, sentAt: Date): boolean => sentAt.getTime() - fireAt.getTime() > lateMs;

export type Message = {
  /** The same words whoever finds it out, however often. */
  cause: string;
  kind: NotificationKind;
  taskId: string | null;
  projectId: string | null;
  reminderId?: string;
  actor?: { id: string; name: string | null };
  /** In words, where it is about no task. */
  about?: string;
  fireAt: Date;
  channels: readonly Channel[];
  /** A reminder is asked for by its person, and comes when it was asked for. */
  disturbs?: boolean;
  recurring?: boolean;
};

type Clock = { now: Date; newId: () => string };

/** The entries of a message for one person; where no way is left, none. */
export function entriesOf(message: Message, person: Recipient, means: Means, { now, newId }: Clock): Entry[] {
  const { cause, kind, taskId, projectId, reminderId = null, actor, fireAt, disturbs = false } = message;
  return linesFor(person, means, message.channels, { fireAt, now, disturbs }).map((line) => {
    const written = line.channel === 'in-app';
    return {
      id: newId(),
      cause,
      kind,
      userId: person.userId,
      taskId,
      projectId,
      reminderId,
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? null,
      about: message.about ?? null,
      ...line,
      state: written ? (isLate(fireAt, now) ? 'late' : 'sent') : 'planned',
      sentAt: written ? now : null,
      nextAttemptAt: written ? null : line.fireAt > now ? line.fireAt : new Date(now.getTime() + againMs),
      createdAt: now,
    };
  });
}

/** Enters what is new and answers the events of that: sent, or planned for an attempt now. */
export async function announce(
  tx: Tx,
  entries: readonly Entry[],
  { now, newId }: Clock,
): Promise<OutgoingEvent[]> {
  const fresh = await enter(tx, entries);
  return entries
    .filter(({ id }) => fresh.has(id))
    .flatMap((entry): OutgoingEvent[] => {
      if (entry.state === 'planned') return entry.fireAt > now ? [] : [plannedEvent(entry, { now, newId })];
      return [sentEvent(entry, entry.state === 'late', { now, newId })];
    });
}

const about = ({ id, userId, taskId, projectId }: Omit<Waiting, 'channel'>, { now, newId }: Clock) => ({
  id: newId(),
  subject: taskId ?? id,
  time: now,
  userId,
  projectId: projectId ?? inboxId(userId),
  recurring: false,
});

/** Asks for an attempt. */
export const plannedEvent = (entry: Waiting, clock: Clock): OutgoingEvent => ({
  ...about(entry, clock),
  type: 'dev.zerodo.notification.planned.v1',
  data: { notificationId: entry.id, channel: entry.channel },
});

export const sentEvent = (entry: Waiting, late: boolean, clock: Clock): OutgoingEvent => ({
  ...about(entry, clock),
  type: 'dev.zerodo.notification.sent.v1',
  data: {
    notificationId: entry.id,
    taskId: entry.taskId,
    userId: entry.userId,
    channel: entry.channel,
    late,
  },
});

export const failedEvent = (entry: Waiting, reason: string, clock: Clock): OutgoingEvent => ({
  ...about(entry, clock),
  type: 'dev.zerodo.notification.failed.v1',
  data: {
    notificationId: entry.id,
    taskId: entry.taskId,
    userId: entry.userId,
    channel: entry.channel,
    reason,
  },
});
