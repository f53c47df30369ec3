import type { ErrorCode } from './errors.ts';

/** The request was understood and refused by a rule; `message` says what happened and what to do. */
export class Rejected extends Error {
  readonly code: ErrorCode;
  /** What was wrong where, when it is more than one thing. */
  readonly issues: { path: string; message: string }[] | undefined;

  constructor(code: ErrorCode, message: string, issues?: { path: string; message: string }[]) {
    super(message);
    this.name = 'Rejected';
    this.code = code;
    this.issues = issues;
  }
}
