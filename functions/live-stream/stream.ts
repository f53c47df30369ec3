import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Nudge } from './nudge.ts';

/** A client with this much unread is not reading any more, in bytes; a burst of events is a tenth of it. */
const unreadBytes = 1024 * 1024;

export type Credentials = Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>;

/** One open answer and whose it is. */
export class Stream {
  readonly userId: string;
  readonly credentials: Credentials;
  readonly #response: ServerResponse;
  readonly endsAt: number;
  checkedAt: number;
  projects: ReadonlySet<string> = new Set();
  /** The last reading of its memberships: an older one that comes later is not believed. */
  reading: Promise<void> | undefined;

  constructor(
    response: ServerResponse,
    {
      userId,
      credentials,
      now,
      endsAt,
    }: { userId: string; credentials: Credentials; now: number; endsAt: number },
  ) {
    this.#response = response;
    this.userId = userId;
    this.credentials = credentials;
    this.checkedAt = now;
    this.endsAt = endsAt;
  }

  get isOpen(): boolean {
    return !this.#response.destroyed && !this.#response.writableEnded;
  }

  mayHear(nudge: Nudge): boolean {
    return 'userId' in nudge ? nudge.userId === this.userId : this.projects.has(nudge.projectId);
  }

  /** Hears nothing more of a project. */
  leave(projectId: string): void {
    this.projects = new Set([...this.projects].filter((id) => id !== projectId));
  }

  write(frame: Buffer): void {
    if (!this.isOpen) return;
    this.#response.write(frame);
    if (this.#response.writableLength > unreadBytes) this.#response.destroy();
  }

  /** The client comes back by itself and goes on after the last id it heard. */
  end(): void {
    this.#response.end();
  }
}
