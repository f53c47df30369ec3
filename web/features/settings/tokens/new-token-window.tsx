'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { TokenForm } from './token-form.tsx';
import { makeToken, tokens } from './token-queries.ts';

/** Asks what a token is for, and shows it this once. */
export function NewTokenWindow({ open, onClose }: { open: boolean; onClose(): void }) {
  const { frame, tokens: words } = useSettingsWords();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: makeToken,
    // Kept nowhere but in the window that shows it.
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: tokens.queryKey }),
  });
  const close = () => {
    onClose();
    make.reset();
  };
  const made = make.data?.token;
  return (
    <Modal
      open={open}
      onClose={close}
      title={made ? words.madeTitle : words.createTitle}
      {...(made && { description: words.made })}
    >
      {made ? (
        <div className="mt-4 flex flex-col gap-5">
          <ShownOnce label={words.token} value={made} />
          <Button variant="outline" onClick={close} className="self-end">
            {frame.done}
          </Button>
        </div>
      ) : (
        <TokenForm busy={make.isPending} error={make.error} onMake={make.mutate} onClose={close} />
      )}
    </Modal>
  );
}
