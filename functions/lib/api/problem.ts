import { type ErrorCode, errors } from '@zerodo/domain/errors';
import * as z from 'zod';

/** RFC 9457. `code` is stable and one of docs/reference/errors.md; `errors` names each field that is wrong. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

const words = (code: string): string => {
  const text = code.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const problemOf = (code: ErrorCode, detail: string, issues?: Problem['errors']): Problem => ({
  type: `urn:zerodo:error:${code}`,
  title: words(code),
  status: errors[code],
  code,
  detail,
  ...(issues && { errors: issues }),
});

/** The fields that a schema found wrong, in words for the one who sent them. */
export const problemOfIssues = (error: z.ZodError): Problem =>
  problemOf(
    'invalid-request',
    error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
    error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
