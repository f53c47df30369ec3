import { APIError } from 'better-auth/api';

const reasons: Record<string, [code: string, message: string]> = {
  '25006': ['DATABASE_READ_ONLY', 'Zerodo can only be read just now. Try again later.'],
  '53100': ['DATABASE_FULL', 'The disk of Zerodo is full. Try again later.'],
};

/** What whoever signs in is told while Postgres can be read and not be written: 503, with Retry-After as the API has it. */
export function takesNoChanges(thrown: unknown): APIError | undefined {
  const reason = reasons[String(Object(thrown).code)];
  if (!reason) return undefined;
  const [code, message] = reason;
  return new APIError('SERVICE_UNAVAILABLE', { code, message }, { 'retry-after': '30' });
}
