'use client';
import type { FormEvent } from 'react';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';

type Props = {
  action: string;
  change: { isPending: boolean; error: Error | null; mutate(password: string): void };
  onClose(): void;
  variant?: 'primary' | 'destroy';
};

/** Asks for the password before something that is the person's alone. */
export function PasswordForm({ action, change, onClose, variant = 'primary' }: Props) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(String(new FormData(event.currentTarget).get('password')));
  };
  return (
    <form method="post" onSubmit={send} className="mt-4">
      <PasswordField />
      <ChangeProblem error={change.error} />
      <WindowButtons
        action={action}
        busy={change.isPending}
        variant={variant}
        onClose={onClose}
        className="mt-5"
      />
    </form>
  );
}
