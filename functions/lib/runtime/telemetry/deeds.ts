import type { EventData } from '@zerodo/domain/events';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type AttributesOf, count, observe } from './record.ts';

/** What was done: by which function, because of which message, and when it was committed. */
export type Deed = {
  function: string;
  cause: { type: string; time: string | undefined; data: unknown } | null;
  now: Date;
};

/** Counts what committed events say, so that no handler has to: a change that was rolled back is not counted. */
export function countFacts(events: readonly OutgoingEvent[], deed: Deed): void {
  for (const event of events) countFact(event, deed);
  const { cause, now } = deed;
  if (cause?.type === 'dev.zerodo.reminder.due.v1' && events.length > 0) {
    const { fireAt } = cause.data as EventData<'dev.zerodo.reminder.due.v1'>;
    observe('reminder.lateness', secondsSince(fireAt, now), {});
  }
}

function countFact({ type, data, recurring }: OutgoingEvent, { function: name, cause, now }: Deed): void {
  switch (type) {
    case 'dev.zerodo.task.created.v1':
      count('tasks.created', { 'task.source': sources[name] ?? 'person' });
      if (data.predecessorId && cause?.type === 'dev.zerodo.task.completed.v1' && cause.time) {
        observe('next_occurrence.latency', secondsSince(cause.time, now), {});
      }
      return;
    case 'dev.zerodo.task.completed.v1':
      count('tasks.completed', { 'task.recurring': recurring ? 'true' : 'false' });
      return;
    case 'dev.zerodo.notification.sent.v1':
      count('notification.outcomes', {
        'notification.channel': data.channel,
        'notification.outcome': data.late ? 'late' : 'sent',
      });
      return;
    case 'dev.zerodo.notification.failed.v1':
      count('notification.outcomes', {
        'notification.channel': data.channel,
        'notification.outcome': 'failed',
      });
  }
}

const sources: Record<string, AttributesOf<'tasks.created'>['task.source']> = {
  'recurrence-spawn': 'series',
  'task-import': 'import',
};

/** The clocks of two machines differ: what seems to come before its cause came at once. */
export const secondsSince = (instant: string, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(instant)) / 1000;
