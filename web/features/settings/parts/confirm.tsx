'use client';
import { LoaderCircle } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useProblem } from '../use-problem.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { Says } from './says.tsx';

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
  const { frame } = useSettingsWords();
  const problem = useProblem();
  return (
    <Modal open={open} onClose={onClose} title={title} description={words}>
      {change.error && (
        <div className="mt-4">
          <Says kind="problem">{problem(change.error)}</Says>
        </div>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{frame.cancel}</Button>
        <Button variant={variant} disabled={change.isPending} onClick={onConfirm}>
          {change.isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          {action}
        </Button>
      </div>
    </Modal>
  );
}
