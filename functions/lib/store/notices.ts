import type { Tx } from './sql.ts';

export type Told = { userId: string; inApp: number; push: number };

/** How much each of these people has been told of this actor's changes in this project since `since`. */
export const toldSince = (
  tx: Tx,
  {
    userIds,
    actorId,
    projectId,
    since,
  }: { userIds: string[]; actorId: string; projectId: string; since: Date },
) => tx<Told[]>`
  select user_id,
         count(*) filter (where channel = 'in-app') as in_app,
         count(*) filter (where channel = 'push') as push
  from notifications
  where user_id = any(${tx.types.textArray(userIds)}::text[]::uuid[]) and fire_at > ${since}
    and actor_id = ${actorId} and project_id = ${projectId}
  group by user_id
`;

/** What an event of a change is about, as the row has it now; undefined where the task is gone. */
export async function changedTask(
  tx: Tx,
  taskId: string,
): Promise<{ projectId: string; status: 'open' | 'completed' } | undefined> {
  const [row] = await tx<{ projectId: string; status: 'open' | 'completed' }[]>`
    select project_id, status from tasks where id = ${taskId} and deleted_at is null
  `;
  return row;
}

/** The event of a task in a shared project as it was recorded: what a message says proves nothing. */
export async function recordedChange(
  tx: Tx,
  { id, type, taskId }: { id: string; type: string; taskId: string },
): Promise<{ userId: string; projectId: string; time: Date } | undefined> {
  const [row] = await tx<{ userId: string; projectId: string; time: Date }[]>`
    select user_id, project_id, time from events
    where id = ${id} and type = ${type} and subject = ${taskId} and shared
  `;
  return row;
}

export async function nameOf(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx<{ name: string | null }[]>`select name from preferences where user_id = ${userId}`;
  return row?.name ?? null;
}
