import type { Tx } from './sql.ts';

/** Everything that a person is a member of. */
export async function projectsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx<{ projectId: string }[]>`
    select project_id from project_members where user_id = ${userId}
  `;
  return rows.map(({ projectId }) => projectId);
}
