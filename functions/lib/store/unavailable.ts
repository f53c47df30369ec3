/** What passing trouble is called to whoever asked. */
export type Trouble = 'temporarily-unavailable' | 'database-full' | 'database-read-only';

/** Passing trouble: nothing was done, or it cannot be known; the same request may be sent again. */
export class Unavailable extends Error {
  /** Seconds after which it is worth another try. */
  readonly retryAfter: number;
  readonly code: Trouble;

  constructor(
    message: string,
    {
      cause,
      retryAfter = 1,
      code = 'temporarily-unavailable',
    }: { cause?: unknown; retryAfter?: number; code?: Trouble } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.name = 'Unavailable';
    this.retryAfter = retryAfter;
  }
}
