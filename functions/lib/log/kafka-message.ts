import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { LogEvent, LogRecord } from './contract.ts';

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the value is the data. */
export function toMessage({ key, attributes, data }: LogRecord): Message {
  const { datacontenttype, ...rest } = attributes;
  const headers: IHeaders = { 'content-type': datacontenttype! };
  for (const [name, value] of Object.entries(rest)) headers[`ce_${name}`] = value;
  return { key, value: data, headers };
}

/** The event that a record carries; undefined when it carries none in binary mode. */
export function fromMessage(
  topic: string,
  partition: number,
  { key, value, headers = {}, offset }: KafkaMessage,
): LogEvent | undefined {
  const attributes: Record<string, string> = {};
  for (const [name, header] of Object.entries(headers)) {
    if (header === undefined) continue;
    if (name.startsWith('ce_')) attributes[name.slice(3)] = String(header);
    else if (name === 'content-type') attributes.datacontenttype = String(header);
  }
  const { specversion, id, type, source } = attributes;
  if (!specversion || !id || !type || !source) return undefined;
  return {
    position: `${topic}/${partition}/${offset}`,
    topic,
    key: key?.toString() ?? '',
    attributes,
    data: value?.toString() ?? '',
  };
}
