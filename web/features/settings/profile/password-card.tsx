'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '../../session/text-field.tsx';
import { ask } from '../ask.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Says } from '../parts/says.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { devices } from './device-queries.ts';

type Passwords = { currentPassword: string; newPassword: string };

/** Another password; who knew the old one is out. */
export function PasswordCard() {
  const { profile: words } = useSettingsWords();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (passwords: Passwords) => ask('POST', '/api/auth/change-password', passwords),
    onSuccess: () => {
      form.current?.reset();
      return client.invalidateQueries({ queryKey: devices.queryKey });
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    change.mutate({
      currentPassword: String(fields.get('current')),
      newPassword: String(fields.get('new')),
    });
  };
  return (
    <Card title={words.password}>
      <form ref={form} method="post" onSubmit={send} className="flex max-w-sm flex-col gap-4">
        <PasswordField name="current" />
        <TextField
          name="new"
          label={words.newPassword}
          hint={words.passwordHint}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
        />
        <p className="text-muted text-sm">{words.signOutOthers}</p>
        {change.isSuccess && <Says kind="good">{words.passwordChanged}</Says>}
        <ChangeProblem error={change.error} />
        <Button type="submit" variant="outline" disabled={change.isPending} className="self-start">
          {change.isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          {words.changePassword}
        </Button>
      </form>
    </Card>
  );
}
