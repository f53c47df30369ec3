import type { EventData, EventType, TaskChanged } from './events.ts';
import type { Task } from './task.ts';

/** An event as a function announces it; the store adds what is the same for all: source, trace, cause. */
export type OutgoingEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: string;
    type: K;
    /** The task, series, project or webhook it is about. */
    subject: string;
    time: Date;
    userId: string;
    projectId: string;
    recurring: boolean;
    /** Of the trace that it belongs to, where that is not the one it is announced in. */
    traceparent?: string;
    data: EventData<K>;
  };
}[T];

/** What tells the new state of a task. */
type TaskEventType = { [K in EventType]: EventData<K> extends TaskChanged ? K : never }[EventType];

/** Who changes something, when, and the id that its event gets; `undoes` is the event that it takes back. */
export type Change = { actor: string; now: Date; eventId: string; undoes?: string };

/** What else an event tells: what its task follows, and the slots (local) between which it moved in its series. */
type Circumstances = { predecessorId?: string; slot?: { from: string; to: string } };

/** Announces the new state of a task. */
export const taskEvent = (
  type: TaskEventType,
  task: Task,
  changed: string[],
  { actor, now, eventId, undoes, predecessorId, slot }: Change & Circumstances,
): OutgoingEvent<TaskEventType> => ({
  id: eventId,
  type,
  subject: task.id,
  time: now,
  userId: actor,
  projectId: task.projectId,
  recurring: task.recurrence !== null,
  data: {
    task,
    changed,
    actor,
    ...(predecessorId && { predecessorId }),
    ...(slot && { slot }),
    ...(undoes && { undoes }),
  },
});
