import type { IncomingHttpHeaders } from 'node:http';
import type { Message } from '@zerodo/store/dead-letters';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';

/**
 * Takes whatever a topic holds as it is, in binary mode: nothing is parsed, because what nobody could read is what it is
 * for. It runs as a worker and may see the same record twice.
 */
export type Collector = {
  kind: 'collector';
  name: string;
  /** Bytes of a record. */
  bodyLimit: number;
  collect(message: Message, context: { tx: Tx }): Promise<void>;
};

export const defineCollector = (collector: Omit<Collector, 'kind'>): Collector => ({
  kind: 'collector',
  ...collector,
});

/** @throws Unavailable */
export const runCollector = (
  { name, collect }: Collector,
  headers: IncomingHttpHeaders,
  body: Buffer,
  worker: () => Sql,
): Promise<void> =>
  transaction(worker(), { worker: name }, (tx) =>
    collect({ attributes: attributesOf(headers), data: body.toString() }, { tx }),
  );

/** CloudEvents 1.0, HTTP binding, section 3.1.3.2: what is no percent-encoding is meant as it stands. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function attributesOf(headers: IncomingHttpHeaders): Record<string, string> {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') ? [[name.slice(3), decoded(String(value))]] : [],
  );
  const contentType = headers['content-type'];
  return { ...Object.fromEntries(attributes), ...(contentType && { datacontenttype: contentType }) };
}
