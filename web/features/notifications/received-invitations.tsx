'use client';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { Button } from '@/components/ui/button.tsx';
import { useNotificationWords } from '@/words/use-notification-words.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { receivedInvitations } from '../projects/member-queries.ts';
import { useProjectActions } from '../projects/project-actions.ts';

/** What one is invited to: by a confirmed address, or by the link that somebody sent. */
export function ReceivedInvitations() {
  const said = useNotificationWords();
  const projects = useProjectWords();
  const { tasks } = useWords();
  const asked = useSearchParams();
  const actions = useProjectActions();
  const { data } = useQuery(receivedInvitations);
  const [linked, code] = [asked.get('invitation'), asked.get('code') ?? undefined];
  const known = data?.items ?? [];
  const others = linked && !known.some(({ id }) => id === linked) ? [linked] : [];

  const accept = async (id: string) => {
    const project = await actions.accept(id, id === linked ? code : undefined);
    if (project) go(pathTo.project(project.id));
  };
  const decline = async (id: string) => {
    await actions.decline(id);
    if (id === linked) go(pathTo.notifications);
  };
  const line = (id: string, title: string, detail: string) => (
    <li
      key={id}
      className="flex flex-wrap items-center gap-3 rounded-xl border border-line bg-surface px-4 py-3 text-sm"
    >
      <Users aria-hidden className="size-5 shrink-0 text-accent" />
      <p className="min-w-40 flex-1">
        <span className="block font-medium [overflow-wrap:anywhere]">{title}</span>
        <span className="text-[0.8125rem] text-muted">{detail}</span>
      </p>
      <div className="flex gap-2">
        <Button size="small" onClick={() => void decline(id)}>
          {said.decline}
        </Button>
        <Button size="small" variant="primary" onClick={() => void accept(id)}>
          {said.accept}
        </Button>
      </div>
    </li>
  );
  if (known.length + others.length === 0) return null;
  return (
    <ul aria-label={said.invitations} className="mb-5 flex flex-col gap-2">
      {others.map((id) => line(id, said.invitation, said.byLink))}
      {known.map(({ id, projectName, invitedBy, role }) =>
        line(id, said.invitedTo(projectName), `${invitedBy ?? tasks.somebody} · ${projects.roles[role]}`),
      )}
    </ul>
  );
}
