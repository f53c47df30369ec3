import type { LogEvent } from '@zerodo/log/contract';

type Told = {
  id: string;
  /** One for all streams: it is written many times and put into bytes once. */
  frame: Buffer;
  /** When it came, in milliseconds since 1970. */
  at: number;
};

export type ProjectNudge = Told & {
  projectId: string;
  actor: string;
  /** Everybody who belongs to the project from now on, where the event is about the project itself. */
  members?: readonly string[];
};

/** An event as streams tell it, and who may hear it. */
export type Nudge = ProjectNudge | (Told & { userId: string });

/** A notification is its owner's alone; everything else belongs to whoever is a member of the project. */
export function nudgeOf({ attributes, data }: LogEvent, at: number): Nudge {
  const { id, type, projectid, userid } = attributes as Record<
    'id' | 'type' | 'projectid' | 'userid',
    string
  >;
  const { taskId, seriesId, filterId, projectId, version, notificationId, userId, members } =
    JSON.parse(data);
  if (notificationId) return { id, at, userId, frame: frame(id, { type, notificationId, taskId }) };
  return {
    id,
    at,
    projectId: projectid,
    actor: userid,
    ...(members && { members }),
    frame: frame(id, { type, taskId, seriesId, filterId, projectId, version }),
  };
}

const frame = (id: string, data: object): Buffer =>
  Buffer.from(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);

/** A comment, so that whatever stands in between does not take the stream for dead. */
export const heartbeat = Buffer.from(':\n\n');

/** What was missed cannot be told: read everything again. It goes on after `id`. */
export const reset = (id: string): Buffer => Buffer.from(`id: ${id}\nevent: reset\ndata: {}\n\n`);

/** Sets the id that a reconnecting client sends, and is no event; `retry` is its pause in milliseconds. */
export const bookmark = (id: string): Buffer => Buffer.from(`retry: 2000\nid: ${id}\n\n`);
