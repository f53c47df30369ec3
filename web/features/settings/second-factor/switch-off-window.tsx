'use client';
import { useMutation } from '@tanstack/react-query';
import { Modal } from '@/components/ui/modal.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { PasswordForm } from './password-form.tsx';
import { switchOff } from './second-factor-queries.ts';

type Props = { onClose(): void; onChanged(): void };

/** The password is enough from then on. */
export function SwitchOffWindow({ onClose, onChanged }: Props) {
  const { secondFactor: words } = useSettingsWords();
  const change = useMutation({
    mutationFn: switchOff,
    onSuccess: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={words.offTitle} description={words.offWords}>
      <PasswordForm action={words.off} change={change} onClose={onClose} variant="destroy" />
    </Modal>
  );
}
