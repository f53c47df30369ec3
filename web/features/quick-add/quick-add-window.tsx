'use client';
import { useEffect, useRef } from 'react';
import { Modal } from '@/components/ui/modal.tsx';
import type { Viewer } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import type { Defaults } from './defaults.ts';
import { QuickAdd, type QuickAddHandle } from './quick-add.tsx';

type Props = {
  open: boolean;
  actions: TaskActions;
  viewer: Viewer;
  defaults: Defaults;
  onShow(id: string): void;
  onClose(): void;
};

/** Quick add over a view that has no place for it. */
export default function QuickAddWindow({ open, onClose, onShow, ...props }: Props) {
  const field = useRef<QuickAddHandle>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const show = (id: string) => {
    onClose();
    onShow(id);
  };
  return (
    <Modal open={open} onClose={onClose} title={useWords().quickAdd.form}>
      <div className="-mx-2 mt-4 -mb-2">
        <QuickAdd {...props} onShow={show} ref={field} />
      </div>
    </Modal>
  );
}
