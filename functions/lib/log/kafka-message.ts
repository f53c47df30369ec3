import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { LogEvent, LogRecord } from './contract.ts';

/** Attributes are few and records are many: each name is made once. */
const headerNames = new Map<string, string>([['datacontenttype', 'content-type']]);

function headerName(attribute: string): string {
  const name = headerNames.get(attribute) ?? `ce_${attribute}`;
  headerNames.set(attribute, name);
  return name;
}

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the value is the data. */
export function toMessage({ key, attributes, data }: LogRecord): Message {
  const headers: IHeaders = {};
  for (const name in attributes) headers[headerName(name)] = attributes[name];
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
