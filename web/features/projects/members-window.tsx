'use client';
import { useQuery } from '@tanstack/react-query';
import type { Member, Project, Role } from '@zerodo/domain/project';
import { Mail, X } from 'lucide-react';
import { Modal } from '@/components/ui/modal.tsx';
import { inWords } from '@/lib/api.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { control } from '../task/field.tsx';
import { InviteForm } from './invite-form.tsx';
import { invitationsTo, membersOf } from './member-queries.ts';
import { useProjectActions } from './project-actions.ts';

type Props = { open: boolean; project: Project; onClose(): void };

export const roles: Role[] = ['owner', 'editor', 'viewer'];
const button = 'grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink';

/** Who belongs to a project, who is invited, and what each may do. */
export default function MembersWindow({ open, project, onClose }: Props) {
  const words = useWords();
  const said = useProjectWords();
  const actions = useProjectActions();
  const owns = project.role === 'owner';
  const { data: members, error } = useQuery({ ...membersOf(project.id), enabled: open });
  const { data: invited } = useQuery({ ...invitationsTo(project.id), enabled: open && owns });
  return (
    <Modal open={open} onClose={onClose} title={said.shareTitle(project.name)} description={said.share}>
      {error && (
        <p role="alert" className="mt-4 text-sm text-danger">
          {inWords(error, words)}
        </p>
      )}
      {owns && <InviteForm project={project} />}
      <ul aria-label={said.members} className="mt-5 flex flex-col gap-1">
        {members?.items.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            owns={owns && members.items.length > 1}
            onRole={(role) => void actions.setRole(project.id, member.userId, role)}
            onRemove={() => void actions.removeMember(project.id, member.userId)}
          />
        ))}
        {invited?.items.map(({ id, email, role }) => (
          <li key={id} className="flex min-h-11 items-center gap-2 text-sm">
            <Mail aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate">
              {email}
              <span className="block text-[0.8125rem] text-muted">
                {said.invited} · {said.roles[role]}
              </span>
            </span>
            <button
              type="button"
              aria-label={said.withdraw(email)}
              onClick={() => void actions.withdraw(project.id, id)}
              className={button}
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

type RowProps = { member: Member; owns: boolean; onRole(role: Role): void; onRemove(): void };

function MemberRow({ member, owns, onRole, onRemove }: RowProps) {
  const said = useProjectWords();
  const { tasks } = useWords();
  const name = member.name ?? member.email ?? tasks.somebody;
  return (
    <li className="flex min-h-11 items-center gap-2 text-sm">
      <span className="min-w-0 flex-1 truncate">
        {name}
        {member.email && member.name && (
          <span className="block truncate text-[0.8125rem] text-muted">{member.email}</span>
        )}
      </span>
      {owns ? (
        <select
          aria-label={said.roleOf(name)}
          value={member.role}
          onChange={({ target }) => onRole(target.value as Role)}
          className={control}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {said.roles[role]}
            </option>
          ))}
        </select>
      ) : (
        <span className="text-muted">{said.roles[member.role]}</span>
      )}
      {owns && (
        <button type="button" aria-label={said.removeMember(name)} onClick={onRemove} className={button}>
          <X aria-hidden className="size-4" />
        </button>
      )}
    </li>
  );
}
