import { dataSchema, keyOf, projected, type Topic, topicsOf } from '@zerodo/domain/events';
import type { StoredEvent } from '@zerodo/store/events';
import type { LogRecord } from './contract.ts';

/** The records of an event, one for each topic that its type goes to. */
export const recordsOf = (event: StoredEvent): LogRecord[] =>
  topicsOf(event.type).map((topic) => recordOf(event, topic));

/** A stored event as a CloudEvent 1.0 for one topic: the same words whenever it is asked for. */
export function recordOf(event: StoredEvent, topic: Topic): LogRecord {
  const key = keyOf(topic, event);
  const attributes: Record<string, string> = {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: event.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataSchema(event.type),
    partitionkey: key,
    userid: event.userId,
    projectid: event.projectId,
    recurring: String(event.recurring),
    shared: String(event.shared),
  };
  if (event.traceparent) attributes.traceparent = event.traceparent;
  return { topic, key, attributes, data: JSON.stringify(projected(event.type, topic, event.data)) };
}
