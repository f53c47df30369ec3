'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Modal } from '@/components/ui/modal.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProveStep } from './prove-step.tsx';
import { begin } from './second-factor-queries.ts';

type Props = { onClose(): void; onChanged(): void };

/** Password, secret, first code, backup codes: on from the third step, and not before. */
export default function SwitchOnWindow({ onClose, onChanged }: Props) {
  const { secondFactor: words } = useSettingsWords();
  const [proven, setProven] = useState(false);
  // Kept nowhere but in the window that shows it.
  const start = useMutation({ mutationFn: begin, gcTime: 0 });
  const step = proven ? 'keep' : start.data ? 'scan' : 'ask';
  const { title, about } = words.steps[step];
  return (
    <Modal open onClose={onClose} title={title} description={about}>
      {step === 'ask' && <PasswordForm action={words.go} change={start} onClose={onClose} />}
      {start.data && step === 'scan' && (
        <ProveStep
          totpURI={start.data.totpURI}
          onClose={onClose}
          onProven={() => {
            setProven(true);
            onChanged();
          }}
        />
      )}
      {start.data && step === 'keep' && <BackupCodes codes={start.data.backupCodes} onDone={onClose} />}
    </Modal>
  );
}
