import type { Member, Role } from '@zerodo/domain/project';
import { Rejected } from '@zerodo/domain/rejected';
import type { Tx } from './sql.ts';

/** Who belongs to a project of the person who asks, owners first; nobody where he does not belong. */
export const membersOf = (tx: Tx, projectId: string) => tx<Member[]>`
  select user_id, name, email, role from members_of(${projectId})
  order by role = 'owner' desc, lower(name), user_id
`;

const notFound = () =>
  new Rejected('member-not-found', 'This person does not belong to the project: read its members again.');
const lastOwner = () =>
  new Rejected(
    'last-owner',
    'A project keeps an owner: make somebody else one first, or delete the project.',
  );

/**
 * Gives a member of a project that is held another role.
 *
 * @throws Rejected `member-not-found`, `last-owner`
 */
export async function changeRole(tx: Tx, projectId: string, userId: string, role: Role): Promise<void> {
  const [left] = await tx`
    select from project_members where project_id = ${projectId} and user_id <> ${userId} and role = 'owner'
  `;
  if (!left && role !== 'owner') throw lastOwner();
  const { count } = await tx`
    update project_members set role = ${role} where project_id = ${projectId} and user_id = ${userId}
  `;
  if (count === 0) throw notFound();
}

/**
 * Ends a membership, and deletes the person's reminders in that project.
 *
 * @throws Rejected `member-not-found`, `last-owner`
 */
export async function endMembership(tx: Tx, projectId: string, userId: string): Promise<void> {
  const [row] = await tx<{ outcome: string }[]>`select end_membership(${projectId}, ${userId}) as outcome`;
  if (row!.outcome === 'last-owner') throw lastOwner();
  if (row!.outcome !== 'ended') throw notFound();
}

/**
 * Only who belongs to the project can be asked to do something in it.
 *
 * @throws Rejected `assignee-not-found`
 */
export async function checkAssignee(tx: Tx, assigneeId: string, projectId: string): Promise<void> {
  if (await belongs(tx, assigneeId, projectId)) return;
  throw new Rejected(
    'assignee-not-found',
    'The assignee does not belong to the project: invite that person first, or choose one of its members.',
  );
}

async function belongs(tx: Tx, userId: string, projectId: string): Promise<boolean> {
  const [row] = await tx`
    select from project_members where project_id = ${projectId} and user_id = ${userId}
  `;
  return row !== undefined;
}

/**
 * The changes of a task that is in `projectId` after them. Where it moves to a project that its
 * assignee does not belong to, nobody is asked to do it any more.
 *
 * @throws Rejected `assignee-not-found`
 */
export async function fitAssignee<C extends { assigneeId?: string | null | undefined }>(
  tx: Tx,
  task: { projectId: string; assigneeId: string | null },
  changes: C,
  projectId: string,
): Promise<C> {
  if (changes.assigneeId) await checkAssignee(tx, changes.assigneeId, projectId);
  const stays = changes.assigneeId !== undefined || task.projectId === projectId || !task.assigneeId;
  return stays || (await belongs(tx, task.assigneeId!, projectId))
    ? changes
    : { ...changes, assigneeId: null };
}

/**
 * The member whom a line of words names: `me`, a whole name, or a first name that only one has.
 *
 * @throws Rejected `assignee-not-found`
 */
export async function memberNamed(
  tx: Tx,
  name: string,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<string> {
  const asked = name.toLowerCase();
  if (asked === 'me') return userId;
  const members = await membersOf(tx, projectId);
  const named = (fits: (theirs: string) => boolean) =>
    members.filter((member) => member.name && fits(member.name.toLowerCase()));
  const whole = named((theirs) => theirs === asked);
  const found = whole.length > 0 ? whole : named((theirs) => theirs.split(/\s+/)[0] === asked);
  if (found.length === 1) return found[0]!.userId;
  throw new Rejected(
    'assignee-not-found',
    found.length === 0
      ? `Nobody in this project is called “${name}”: invite that person, take the + away or name another.`
      : `${found.length} people in this project are called “${name}”: write the whole name, as in +"Ada Lovelace".`,
  );
}

/** The tasks `t` of a project that somebody who does not belong to it is to do; none where nobody does. */
export const isStrangers = (tx: Tx, projectId: string) => tx`
  t.project_id = ${projectId} and t.assignee_id is not null and t.assignee_id not in (
    select m.user_id from project_members m where m.project_id = ${projectId}
  ) and exists (select from project_members m where m.project_id = ${projectId})
`;

/** A reminder that was written while its person was leaving. */
export const forgetStrangersReminders = (tx: Tx, projectId: string) => tx`
  delete from reminders r
  using tasks t
  where t.project_id = ${projectId} and r.task_id = t.id and r.user_id not in (
    select m.user_id from project_members m where m.project_id = ${projectId}
  ) and exists (select from project_members m where m.project_id = ${projectId})
`;
