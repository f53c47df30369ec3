'use client';
import { useMutation } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { TextField } from '../../session/text-field.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { deviceInWords } from '../profile/device-name.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { NameField } from './name-field.tsx';
import { addPasskey } from './passkey-queries.ts';

type Props = { onClose(): void; onChanged(): void };

/** Asks for the password and a name, then the device asks for what it wants. */
export function AddWindow({ onClose, onChanged }: Props) {
  const { frame, profile, passkeys: words } = useSettingsWords();
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
        <TextField
          name="password"
          label={profile.currentPassword}
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
        <ChangeProblem error={add.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button type="submit" variant="primary" disabled={add.isPending}>
            {add.isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
            {words.go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
