import 'server-only';
import { headers } from 'next/headers';
import { refusal } from './api.ts';
import { config } from './config.ts';

/** A function that starts from nothing takes a second at most; a page should not hang on one that never comes. */
const patience = 5000;

/**
 * Reads from the gateway inside, as the person whose cookie came with the page's request.
 *
 * @throws Refused, or TypeError when nothing answered
 */
export async function read<T>(path: string): Promise<T> {
  const incoming = await headers();
  const traceparent = incoming.get('traceparent');
  const response = await fetch(`${config().ZERODO_API_URL}/api/v1${path}`, {
    headers: {
      accept: 'application/json',
      // Within one installation packing takes longer than sending.
      'accept-encoding': 'identity',
      cookie: incoming.get('cookie') ?? '',
      // With telemetry it names the step that this page is made in.
      ...(traceparent && { traceparent }),
    },
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw await refusal(response);
  return response.json() as Promise<T>;
}
