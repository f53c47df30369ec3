'use client';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Modal } from '@/components/ui/modal.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { NameField } from './name-field.tsx';
import { type Passkey, renamePasskey } from './passkey-queries.ts';

type Props = { passkey: Passkey; onClose(): void; onChanged(): void };

/** Another name for a passkey, here only: the device keeps its own. */
export function RenameWindow({ passkey: { id, name }, onClose, onChanged }: Props) {
  const { frame, passkeys: words } = useSettingsWords();
  const rename = useMutation({ mutationFn: renamePasskey, onSuccess: onClose, onSettled: onChanged });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ id, name: String(new FormData(event.currentTarget).get('name')).trim() });
  };
  return (
    <Modal open onClose={onClose} title={words.renameTitle}>
      <form onSubmit={send} className="mt-4 flex flex-col gap-4">
        <NameField name={name ?? ''} />
        <ChangeProblem error={rename.error} />
        <WindowButtons action={frame.save} busy={rename.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
