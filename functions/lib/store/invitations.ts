import { createHash, randomBytes } from 'node:crypto';
import type { Invitation, ReceivedInvitation, Role } from '@zerodo/domain/project';
import { Rejected } from '@zerodo/domain/rejected';
import type { Tx } from './sql.ts';

/** How long an invitation holds. */
const days = 14;

const digestOf = (code: string | undefined): Buffer | null =>
  code === undefined ? null : createHash('sha256').update(code).digest();

type Row<T extends { expiresAt: string }> = Omit<T, 'expiresAt'> & { expiresAt: Date };

const shown = <T extends { expiresAt: string }>(row: Row<T>): T =>
  ({ ...row, expiresAt: row.expiresAt.toISOString() }) as unknown as T;

/** The open invitations of a project, for its owners. */
export async function invitationsOf(tx: Tx, projectId: string): Promise<Invitation[]> {
  const rows = await tx<Row<Invitation>[]>`
    select id, project_id, email, role, expires_at from invitations
    where project_id = ${projectId} and expires_at > now() order by email
  `;
  return rows.map(shown<Invitation>);
}

/** What has come for the confirmed address of the person who asks. */
export async function receivedInvitations(tx: Tx): Promise<ReceivedInvitation[]> {
  const rows = await tx<Row<ReceivedInvitation>[]>`select * from my_invitations() order by expires_at desc`;
  return rows.map(shown<ReceivedInvitation>);
}

/**
 * Invites an address, anew where it was invited before: then the role, the code and the time are
 * the new ones. Nothing here depends on whether anybody has that address.
 */
export async function invite(
  tx: Tx,
  asked: { id: string; projectId: string; email: string; role: Role; invitedBy: string; now: Date },
): Promise<Invitation & { code: string }> {
  const code = randomBytes(24).toString('base64url');
  const { now, ...row } = asked;
  const [kept] = await tx<Row<Invitation>[]>`
    insert into invitations ${tx({
      ...row,
      email: asked.email.toLowerCase(),
      codeDigest: digestOf(code),
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    })}
    on conflict (project_id, email) do update set
      role = excluded.role, invited_by = excluded.invited_by, code_digest = excluded.code_digest,
      created_at = excluded.created_at, expires_at = excluded.expires_at
    returning id, project_id, email, role, expires_at
  `;
  return { ...shown<Invitation>(kept!), code };
}

export type Invited = {
  id: string;
  createdAt: Date;
  userId: string;
  /** The project's name. */
  about: string;
  actorId: string;
  actorName: string | null;
};

/** The open invitations to a project whose address somebody has confirmed who does not belong to it yet. */
export const invitedPeople = (tx: Tx, projectId: string, now: Date) => tx<Invited[]>`
  select i.id, i.created_at, p.user_id, o.name as about, i.invited_by as actor_id, inviter.name as actor_name
  from invitations i
  join projects o on o.id = i.project_id and o.deleted_at is null
  join preferences p on lower(p.email) = i.email and p.email_verified
  left join preferences inviter on inviter.user_id = i.invited_by
  where i.project_id = ${projectId} and i.expires_at > ${now}
    and not exists (select from project_members m where m.project_id = i.project_id and m.user_id = p.user_id)
`;

const notFound = () =>
  new Rejected(
    'invitation-not-found',
    'There is no such invitation for you: confirm the address it was sent to, use its code, or ask for a new one.',
  );

/** @throws Rejected `invitation-not-found` */
export async function withdraw(tx: Tx, id: string, projectId: string): Promise<Invitation> {
  const [row] = await tx<Row<Invitation>[]>`
    delete from invitations where id = ${id} and project_id = ${projectId}
    returning id, project_id, email, role, expires_at
  `;
  if (!row) throw notFound();
  return shown<Invitation>(row);
}

/**
 * The project that the person belongs to from now on.
 *
 * @throws Rejected `invitation-not-found`
 */
export async function accept(tx: Tx, id: string, code: string | undefined): Promise<string> {
  const [row] = await tx<{ projectId: string | null }[]>`
    select accept_invitation(${id}, ${digestOf(code)}) as project_id
  `;
  if (!row?.projectId) throw notFound();
  return row.projectId;
}

/** @throws Rejected `invitation-not-found` */
export async function decline(tx: Tx, id: string, code: string | undefined): Promise<void> {
  const [row] = await tx<{ declined: boolean }[]>`
    select decline_invitation(${id}, ${digestOf(code)}) as declined
  `;
  if (!row!.declined) throw notFound();
}
