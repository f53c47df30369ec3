/** Passing trouble: nothing was done, or it cannot be known; the same request may be sent again. */
export class Unavailable extends Error {
  /** Seconds after which it is worth another try. */
  readonly retryAfter: number;

  constructor(message: string, { cause, retryAfter = 1 }: { cause?: unknown; retryAfter?: number } = {}) {
    super(message, { cause });
    this.name = 'Unavailable';
    this.retryAfter = retryAfter;
  }
}
