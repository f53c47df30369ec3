import type { Label } from '@zerodo/domain/label';
import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import type { Tx } from './sql.ts';

/**
 * The names on tasks that `userId` may see, with how many of those are open. Tasks with the very same
 * labels are counted together first: there are far fewer such sets than tasks.
 */
export const labelsInUse = (tx: Tx, userId: string) => tx`
  select l.name, sum(sets.open_tasks)::bigint as open_tasks
  from project_members m
  cross join lateral (
    select t.labels, count(*) filter (where t.status = 'open') as open_tasks
    from tasks t
    where t.project_id = m.project_id and t.deleted_at is null and t.labels <> '{}'
    group by t.labels
  ) sets
  cross join lateral unnest(sets.labels) as l (name)
  where m.user_id = ${userId}
  group by l.name
`;

/** Every label of a person: those with a place in their order, then the others by name. */
export const listLabels = (tx: Tx, userId: string) => tx<Label[]>`
  select name, own.color, own.position, coalesce(used.open_tasks, 0) as open_tasks
  from (${labelsInUse(tx, userId)}) used
  full join (select name, color, position from labels where user_id = ${userId}) own using (name)
  order by own.position nulls last, lower(name), name
`;

/**
 * What the person gave the label; a name on tasks may have nothing of its own.
 *
 * @throws Rejected `label-not-found`
 */
export async function readLabel(tx: Tx, name: string, userId: string): Promise<Label> {
  const [row] = await tx<(Label & { known: boolean })[]>`
    select ${name} as name, own.color, own.position, own.name is not null or used.tasks > 0 as known, used.open_tasks
    from (
      select count(*) as tasks, count(*) filter (where t.status = 'open') as open_tasks
      from tasks t join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
      where t.deleted_at is null and t.labels @> ${tx.types.textArray([name])}
    ) used
    left join labels own on own.user_id = ${userId} and own.name = ${name}
  `;
  const { known, ...label } = row!;
  if (known) return label;
  throw new Rejected('label-not-found', `You have no label “${name}”: make it first.`);
}

/** What a person gave a name; undefined where nothing. */
export async function ownLabel(
  tx: Tx,
  name: string,
  userId: string,
): Promise<Pick<Label, 'color' | 'position'> | undefined> {
  const [own] = await tx<Pick<Label, 'color' | 'position'>[]>`
    select color, position from labels where user_id = ${userId} and name = ${name}
  `;
  return own;
}

/**
 * Keeps what a person gives a label.
 *
 * @throws Rejected `too-many-own-labels`
 */
export async function saveLabel(
  tx: Tx,
  { name, color, position }: Pick<Label, 'name' | 'color' | 'position'>,
  userId: string,
): Promise<void> {
  const [others] = await tx<{ count: number }[]>`
    select count(*) from labels where user_id = ${userId} and name <> ${name}
  `;
  if (others!.count >= limits.ownLabels) {
    throw new Rejected(
      'too-many-own-labels',
      `You keep ${limits.ownLabels} labels of your own, which is the most: delete one first.`,
    );
  }
  await tx`
    insert into labels (user_id, name, color, position) values (${userId}, ${name}, ${color}, ${position})
    on conflict (user_id, name) do update set color = excluded.color, position = excluded.position
  `;
}

export const forgetLabel = (tx: Tx, name: string, userId: string) => tx`
  delete from labels where user_id = ${userId} and name = ${name}
`;

/** The tasks `t` with this label that the person who asks may change. */
export const carries = (tx: Tx, name: string) => tx`
  t.labels @> ${tx.types.textArray([name])} and t.project_id in (select my_editable_projects())
`;
