import type { ErrorCode } from './errors.ts';

/** The request was understood and refused by a rule; `message` says what happened and what to do. */
export class Rejected extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'Rejected';
    this.code = code;
  }
}
