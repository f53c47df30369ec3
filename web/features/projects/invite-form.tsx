'use client';
import type { Project, Role } from '@zerodo/domain/project';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useProjectWords } from '@/words/use-project-words.ts';
import { pathTo } from '../navigation/place.ts';
import { control } from '../task/field.tsx';
import { useProjectActions } from './project-actions.ts';

/** Where an invitation is accepted, also by somebody whose address is not confirmed. */
const linkTo = (id: string, code: string): string =>
  `${window.location.origin}${pathTo.notifications}?${new URLSearchParams({ invitation: id, code })}`;

/** Invites by address; the link is shown once, for who wants to send it himself. */
export function InviteForm({ project }: { project: Project }) {
  const said = useProjectWords();
  const actions = useProjectActions();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [link, setLink] = useState<string | null>(null);

  const invite = async () => {
    const made = await actions.invite(project.id, email.trim(), role);
    if (!made) return;
    setEmail('');
    setLink(linkTo(made.id, made.code));
  };
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <div className="flex flex-wrap gap-2">
        <input
          type="email"
          aria-label={said.email}
          placeholder={said.email}
          required
          maxLength={254}
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          className="h-9 min-w-40 flex-1 rounded-lg border border-line-strong bg-surface px-2.5 text-sm placeholder:text-muted"
        />
        <select
          aria-label={said.role}
          value={role}
          onChange={({ target }) => setRole(target.value as Role)}
          className={control}
        >
          <option value="editor">{said.roles.editor}</option>
          <option value="viewer">{said.roles.viewer}</option>
          <option value="owner">{said.roles.owner}</option>
        </select>
        <Button size="small" variant="primary" type="submit" className="h-9">
          {said.invite}
        </Button>
      </div>
      {link && (
        <div role="status" className="mt-3 rounded-lg bg-accent-soft p-3 text-[0.8125rem]">
          <p>{said.linkOnce}</p>
          <input
            readOnly
            aria-label={said.link}
            value={link}
            onFocus={({ target }) => target.select()}
            className={`${control} mt-2 w-full`}
          />
        </div>
      )}
    </form>
  );
}
