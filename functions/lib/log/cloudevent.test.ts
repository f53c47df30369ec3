import { randomUUID } from 'node:crypto';
import { catalogue } from '@zerodo/domain/events';
import type { StoredEvent } from '@zerodo/store/events';
import { aTask } from '@zerodo/testing/builders';
import { CloudEvent, Kafka, type KafkaMessage } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { recordsOf } from './cloudevent.ts';
import { fromMessage, toMessage } from './kafka-message.ts';

const anEvent = (over: Partial<StoredEvent> = {}): StoredEvent => {
  const task = aTask({ title: 'Buy Ümläuts ☂', notes: 'secret' });
  return {
    id: randomUUID(),
    logPosition: 1,
    type: 'dev.zerodo.task.created.v1',
    source: '/zerodo/task-create',
    subject: task.id,
    time: new Date('2026-11-21T12:00:00Z'),
    userId: randomUUID(),
    projectId: task.projectId,
    recurring: true,
    shared: false,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    causeId: 'cause',
    data: { task, changed: ['title'], actor: randomUUID() },
    ...over,
  };
};

describe('recordsOf', () => {
  it('makes a valid CloudEvent with every attribute for each topic of the type', () => {
    const event = anEvent();
    const records = recordsOf(event);

    expect(records.map(({ topic }) => topic)).toEqual(
      Object.keys(catalogue['dev.zerodo.task.created.v1'].topics),
    );
    for (const { attributes, data, key } of records) {
      const read = new CloudEvent({ ...attributes, data: JSON.parse(data) }, true);
      expect(read.validate()).toBe(true);
      expect(read).toMatchObject({
        id: event.id,
        type: event.type,
        source: event.source,
        subject: event.subject,
        time: '2026-11-21T12:00:00.000Z',
        datacontenttype: 'application/json',
        dataschema: 'urn:zerodo:event:dev.zerodo.task.created.v1',
        partitionkey: key,
        userid: event.userId,
        projectid: event.projectId,
        recurring: 'true',
        shared: 'false',
        traceparent: event.traceparent,
      });
    }
  });

  it('keeps the words of a task to the topic that is ours alone', () => {
    for (const { topic, data } of recordsOf(anEvent())) {
      expect(data.includes('Ümläuts') || data.includes('secret')).toBe(topic === 'task-events');
    }
  });

  it('leaves out a trace that there is not', () => {
    for (const { attributes } of recordsOf(anEvent({ traceparent: null }))) {
      expect(attributes).not.toHaveProperty('traceparent');
    }
  });
});

describe('toMessage', () => {
  it('is read by others as the event that it was, in binary mode', () => {
    for (const record of recordsOf(anEvent())) {
      const { key, value, headers } = toMessage(record);
      const { datacontenttype, ...attributes } = record.attributes;

      expect(headers).toMatchObject({ 'content-type': 'application/json' });
      const read = Kafka.toEvent({
        key,
        value,
        headers,
        body: value,
      } as unknown as KafkaMessage) as CloudEvent;
      expect(read).toMatchObject({ ...attributes, datacontenttype });
    }
  });

  it('is read back as it was written', () => {
    for (const record of recordsOf(anEvent())) {
      const { key, value, headers } = toMessage(record);
      const buffers = Object.entries(headers!).map(([name, text]) => [name, Buffer.from(String(text))]);
      const message = { key: Buffer.from(String(key)), value: Buffer.from(String(value)), offset: '7' };

      const read = fromMessage(record.topic, 2, {
        ...message,
        headers: Object.fromEntries(buffers),
      } as never);

      expect(read).toEqual({ ...record, position: `${record.topic}/2/7` });
    }
  });
});
