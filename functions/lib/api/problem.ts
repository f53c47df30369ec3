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
export function problemOfIssues({ issues }: z.ZodError): Problem {
  const wrong = fieldsOf(issues);
  const detail = wrong.map(({ path, message }) => `${path || 'body'}: ${message}`).join('; ');
  return problemOf('invalid-request', detail, wrong);
}

type Issues = readonly z.core.$ZodIssue[];

/** A union says only that nothing fits: the one of its forms with the fewest faults is what was meant. */
const fieldsOf = (issues: Issues, above: PropertyKey[] = []): NonNullable<Problem['errors']> =>
  issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    const forms = issue.code === 'invalid_union' ? issue.errors : [];
    const [nearest] = forms.toSorted((one, other) => faults(one) - faults(other));
    return nearest ? fieldsOf(nearest, path) : [{ path: path.join('.'), message: issue.message }];
  });

/** Every unknown key is one, though an issue names them all. */
const faults = (issues: Issues): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
