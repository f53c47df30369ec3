import type { EventData, EventType } from './events.ts';
import type { Task } from './task.ts';

/** An event as a function announces it; the store adds what is the same for all: source, trace, cause. */
export type OutgoingEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: string;
    type: K;
    /** The task or series it is about. */
    subject: string;
    time: Date;
    userId: string;
    projectId: string;
    recurring: boolean;
    data: EventData<K>;
  };
}[T];

type TaskEventType = Extract<EventType, `dev.zerodo.task.${string}`>;

/** Who changes something, when, and the id that its event gets. */
export type Change = { actor: string; now: Date; eventId: string };

/** Announces the new state of a task. */
export const taskEvent = (
  type: TaskEventType,
  task: Task,
  changed: string[],
  { actor, now, eventId, predecessorId }: Change & { predecessorId?: string },
): OutgoingEvent<TaskEventType> => ({
  id: eventId,
  type,
  subject: task.id,
  time: now,
  userId: actor,
  projectId: task.projectId,
  recurring: task.recurrence !== null,
  data: { task, changed, actor, ...(predecessorId && { predecessorId }) },
});
