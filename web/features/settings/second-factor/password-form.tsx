'use client';
import { LoaderCircle } from 'lucide-react';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '../../session/text-field.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

type Props = {
  action: string;
  change: { isPending: boolean; error: Error | null; mutate(password: string): void };
  onClose(): void;
  variant?: 'primary' | 'destroy';
};

/** Asks for the password before something that is the person's alone. */
export function PasswordForm({ action, change, onClose, variant = 'primary' }: Props) {
  const { frame, profile } = useSettingsWords();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(String(new FormData(event.currentTarget).get('password')));
  };
  return (
    <form method="post" onSubmit={send} className="mt-4">
      <TextField
        name="password"
        label={profile.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <ChangeProblem error={change.error} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{frame.cancel}</Button>
        <Button type="submit" variant={variant} disabled={change.isPending}>
          {change.isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          {action}
        </Button>
      </div>
    </form>
  );
}
