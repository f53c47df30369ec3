/**
 * CloudEvents 1.0, HTTP binding, section 3.1.3.2: outside printable ASCII, and for the space, the quote and the percent
 * sign, an attribute is percent-encoded.
 */
const encode = (value: string): string => value.replace(/[^\x21\x23\x24\x26-\x7e]/gu, encodeURIComponent);

/** The headers of an event in binary mode; `attributes` are strings, `data` is the body as it is sent. */
export function headersOf({
  attributes,
  data,
}: {
  attributes: Record<string, string>;
  data: string;
}): Record<string, string> {
  const { datacontenttype, ...rest } = attributes;
  const headers: Record<string, string> = {
    'content-type': datacontenttype ?? 'application/json',
    'content-length': String(Buffer.byteLength(data)),
  };
  for (const [name, value] of Object.entries(rest)) headers[`ce-${name}`] = encode(value);
  headers['ce-specversion'] ??= '1.0';
  if (rest.traceparent) headers.traceparent = rest.traceparent;
  return headers;
}
