'use client';
import { useMutation } from '@tanstack/react-query';
import { Modal } from '@/components/ui/modal.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordForm } from './password-form.tsx';
import { newBackupCodes } from './second-factor-queries.ts';

/** Ten new backup codes in place of those that are left. */
export function NewCodesWindow({ onClose }: { onClose(): void }) {
  const { secondFactor: words } = useSettingsWords();
  const make = useMutation({ mutationFn: newBackupCodes, gcTime: 0 });
  const { title, about } = make.data ? words.steps.keep : words.steps.anew;
  return (
    <Modal open onClose={onClose} title={title} description={about}>
      {make.data ? (
        <BackupCodes codes={make.data} onDone={onClose} />
      ) : (
        <PasswordForm action={words.newCodes} change={make} onClose={onClose} />
      )}
    </Modal>
  );
}
