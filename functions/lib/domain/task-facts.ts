// What one task adds to the statistics. It follows from the task and from its last completion, so that computing it
// again, in whatever order and however often, gives the same.

import type { Due } from './due.ts';
import { toLocal } from './local-time.ts';

export type Recorded = {
  id: string;
  projectId: string;
  version: number;
  createdBy: string;
  createdAt: Date;
  deletedAt: Date | null;
  status: 'open' | 'completed';
  completedAt: Date | null;
  /** Who completed it, and what it was due at then. */
  completedBy: string | null;
  due: Due | null;
  dueAt: Date | null;
};

export type Facts = {
  taskId: string;
  projectId: string;
  version: number;
  createdBy: string | null;
  createdOn: string | null;
  completedBy: string | null;
  completedOn: string | null;
  onTime: boolean | null;
};

/** The zones that a person was in, the first first. */
export type Zones = ReadonlyMap<string, readonly { since: Date; timezone: string }[]>;

/** Before the first one that is known, that one holds. */
function zoneAt(zones: Zones, userId: string, instant: Date): string {
  const known = zones.get(userId) ?? [];
  return (known.findLast(({ since }) => since <= instant) ?? known[0])?.timezone ?? 'UTC';
}

/** What was thrown away undone counts for nothing; what was done was done. */
export function factsOf(task: Recorded, zones: Zones): Facts {
  const { id: taskId, projectId, version, createdBy, createdAt, completedAt, due } = task;
  const nothing = { createdBy: null, createdOn: null, completedBy: null, completedOn: null, onTime: null };
  if (task.deletedAt && task.status === 'open') return { taskId, projectId, version, ...nothing };
  const day = (userId: string, instant: Date) =>
    toLocal(instant, zoneAt(zones, userId, instant)).slice(0, 10);
  const created = { createdBy, createdOn: day(createdBy, createdAt) };
  if (task.status === 'open' || !completedAt) return { taskId, projectId, version, ...nothing, ...created };
  const completedBy = task.completedBy ?? createdBy;
  const zone = due && !due.floating ? due.timezone : zoneAt(zones, completedBy, completedAt);
  const onTime =
    due && task.dueAt
      ? due.time === null
        ? toLocal(completedAt, zone).slice(0, 10) <= due.date
        : completedAt <= task.dueAt
      : null;
  const completedOn = day(completedBy, completedAt);
  return { taskId, projectId, version, ...created, completedBy, completedOn, onTime };
}
