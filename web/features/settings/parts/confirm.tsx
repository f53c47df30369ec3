'use client';
import { Modal } from '@/components/ui/modal.tsx';
import { useProblem } from '../use-problem.ts';
import { Says } from './says.tsx';
import { WindowButtons } from './window-buttons.tsx';

type Props = {
  open: boolean;
  onClose(): void;
  title: string;
  words: string;
  action: string;
  /** What the answer starts; the window stays until it is done. */
  change: { isPending: boolean; error: Error | null };
  onConfirm(): void;
  variant?: 'destroy' | 'primary';
};

/** Asks before what cannot be taken back. */
export function Confirm({
  open,
  onClose,
  title,
  words,
  action,
  change,
  onConfirm,
  variant = 'destroy',
}: Props) {
  const problem = useProblem();
  return (
    <Modal open={open} onClose={onClose} title={title} description={words}>
      {change.error && (
        <div className="mt-4">
          <Says kind="problem">{problem(change.error)}</Says>
        </div>
      )}
      <WindowButtons
        action={action}
        busy={change.isPending}
        variant={variant}
        onClose={onClose}
        onAction={onConfirm}
        className="mt-5"
      />
    </Modal>
  );
}
