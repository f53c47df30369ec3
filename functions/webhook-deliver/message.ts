import { createHmac } from 'node:crypto';
import { dataSchema, type TaskChanged } from '@zerodo/domain/events';
import type { StoredEvent } from '@zerodo/store/events';

/**
 * The event as a CloudEvent 1.0 in structured mode, whole: it is its person's own. Only the reminders
 * in it are those of whoever did it, so that others get none.
 */
export function bodyOf(event: StoredEvent, userId: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: event.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataSchema(event.type),
    userid: event.userId,
    projectid: event.projectId,
    data: event.userId === userId ? event.data : withoutReminders(event.data),
  });
}

function withoutReminders(data: unknown): unknown {
  const { task } = data as Partial<TaskChanged>;
  return task ? { ...(data as TaskChanged), task: { ...task, reminders: [] } } : data;
}

/**
 * The headers of Standard Webhooks: the same id however often the message is sent, and a signature
 * by each secret that is good at the moment.
 */
export function headersFor(
  body: string,
  { id, secrets, at }: { id: string; secrets: readonly string[]; at: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
