'use client';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Modal } from '@/components/ui/modal.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { deviceInWords } from '../profile/device-name.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { NameField } from './name-field.tsx';
import { addPasskey } from './passkey-queries.ts';

type Props = { onClose(): void; onChanged(): void };

/** Asks for the password and a name, then the device asks for what it wants. */
export function AddWindow({ onClose, onChanged }: Props) {
  const { profile, passkeys: words } = useSettingsWords();
  const add = useMutation({
    mutationFn: addPasskey,
    // The password is kept nowhere.
    gcTime: 0,
    onSuccess: () => {
      toasts.add({ title: words.done });
      onChanged();
      onClose();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    add.mutate({ name: String(fields.get('name')).trim(), password: String(fields.get('password')) });
  };
  return (
    <Modal open onClose={onClose} title={words.addTitle} description={words.addWords}>
      <form method="post" onSubmit={send} className="mt-4 flex flex-col gap-4">
        <NameField name={deviceInWords(navigator.userAgent, profile)} />
        <PasswordField />
        <ChangeProblem error={add.error} />
        <WindowButtons action={words.go} busy={add.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
