import type { Tx } from './sql.ts';

/** Well under the time that the function has. */
const longestMs = 45_000;

/** The projects that `userId` is in together with others. */
export async function sharedProjectsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx<{ projectId: string }[]>`
    select m.project_id from project_members m
    where m.user_id = ${userId}
      and exists (select from project_members o where o.project_id = m.project_id and o.user_id <> ${userId})
    order by m.project_id
  `;
  return rows.map(({ projectId }) => projectId);
}

/** Who takes over from the last owner: of the editors, or else of the viewers, whoever joined first. */
export async function heirOf(tx: Tx, projectId: string, userId: string): Promise<string> {
  const [heir] = await tx<{ userId: string }[]>`
    select user_id from project_members
    where project_id = ${projectId} and user_id <> ${userId}
    order by role = 'owner' desc, role = 'editor' desc, joined_at, user_id
    limit 1
  `;
  return heir!.userId;
}

/** Erases what is the person's alone; a hundred thousand tasks take some seconds. */
export async function erasePerson(tx: Tx): Promise<void> {
  await tx`select set_config('statement_timeout', ${String(longestMs)}, true)`;
  await tx`delete from filters where user_id = current_user_id()`;
  await tx`select erase_person()`;
  await tx`select erase_traces()`;
}
