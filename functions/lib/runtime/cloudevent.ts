import type { IncomingHttpHeaders } from 'node:http';
import { type CloudEvent, HTTP } from 'cloudevents';
import { parseJson } from './body.ts';
import { Unreadable } from './unreadable.ts';

/** A CloudEvent as a function sees it; every attribute but `data` is text. */
export type Incoming<T = unknown> = {
  id: string;
  type: string;
  source: string;
  subject: string | undefined;
  time: string | undefined;
  traceparent: string | undefined;
  /** The person that an event is about (extension `userid`); for a command this says nothing. */
  userid: string | undefined;
  data: T;
};

const isJson = (contentType: string): boolean =>
  /^(application|text)\/json\s*(;|$)/i.test(contentType) ||
  /^[\w.-]+\/[\w.-]+\+json\s*(;|$)/i.test(contentType);

export const carriesEvent = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some((name) => name.startsWith('ce-')) ||
  (headers['content-type'] ?? '').startsWith('application/cloudevents');

/**
 * Reads one CloudEvent 1.0 with JSON data in binary or structured mode.
 *
 * @throws Unreadable `not-a-cloudevent`, `malformed-json`, `unsupported-media-type`
 */
export function readEvent(headers: IncomingHttpHeaders, body: Buffer): Incoming {
  const contentType = headers['content-type'] ?? '';
  if (contentType.startsWith('application/cloudevents-batch')) {
    throw new Unreadable('unsupported-media-type', 'Batches are not read: send one event at a time.');
  }
  const structured = contentType.startsWith('application/cloudevents');
  if (!carriesEvent(headers)) throw new Unreadable('not-a-cloudevent', 'The request carries no CloudEvent.');
  if (
    structured
      ? !contentType.startsWith('application/cloudevents+json')
      : body.length > 0 && contentType && !isJson(contentType)
  ) {
    throw new Unreadable('unsupported-media-type', `${contentType} is not read: send JSON.`);
  }
  const json = structured || body.length > 0 ? parseJson(body) : undefined;
  return checked(headers, json, structured);
}

function checked(headers: IncomingHttpHeaders, json: unknown, structured: boolean): Incoming {
  try {
    // Data travels beside the envelope in binary mode: the SDK checks the attributes, the data is parsed already.
    const message = structured
      ? { headers: { 'content-type': 'application/cloudevents+json' }, body: json as object }
      : { headers: { ...headers, 'content-type': 'application/json' }, body: undefined };
    checkLeniencies(
      structured ? Object(json) : { specversion: headers['ce-specversion'], time: headers['ce-time'] },
    );
    const event = HTTP.toEvent(message as never) as CloudEvent<unknown>;
    event.validate();
    const { id, type, source, subject, time } = event;
    const { traceparent = headers.traceparent, userid } = event as unknown as Record<
      string,
      string | undefined
    >;
    return {
      id,
      type,
      source,
      subject,
      time,
      traceparent: traceparent as string | undefined,
      userid,
      data: structured ? event.data : json,
    };
  } catch (error) {
    const { message, errors } = error as Error & { errors?: { message?: string }[] | null };
    const reasons = errors
      ?.map((one) => one.message)
      .filter(Boolean)
      .join(', ');
    throw new Unreadable('not-a-cloudevent', `This is no CloudEvent 1.0: ${reasons || message}.`);
  }
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** What the SDK lets pass: any version of the specification, and a time that is none. */
function checkLeniencies({ specversion, time }: { specversion?: unknown; time?: unknown }): void {
  if (specversion !== '1.0') throw new Error('specversion is not 1.0');
  if (time !== undefined && !rfc3339.test(String(time))) throw new Error('time is not RFC 3339');
}
