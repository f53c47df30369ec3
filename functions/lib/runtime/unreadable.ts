import type { Problem } from '@zerodo/api/problem';
import type { ErrorCode } from '@zerodo/domain/errors';

/** The request is not what this function takes: sent again it would be refused again. */
export class Unreadable extends Error {
  readonly code: ErrorCode;
  readonly issues: Problem['errors'];

  constructor(code: ErrorCode, message: string, issues?: Problem['errors']) {
    super(message);
    this.name = 'Unreadable';
    this.code = code;
    this.issues = issues;
  }
}
