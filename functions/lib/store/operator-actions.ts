import type { Tx } from './sql.ts';

/** Written before it is done, so that nothing is done unseen. `userId` is null for the command line. */
export async function beginAction(
  tx: Tx,
  { userId, action, subject }: { userId: string | null; action: string; subject: string },
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into operator_actions (user_id, action, subject) values (${userId}, ${action}, ${subject}) returning id
  `;
  return row!.id;
}

export const endAction = (tx: Tx, id: number, outcome: string) => tx`
  update operator_actions set outcome = ${outcome} where id = ${id}
`;
