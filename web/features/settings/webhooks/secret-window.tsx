'use client';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { Says } from '../parts/says.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

/** Shows a secret once; null where the answer had none, undefined where there is nothing to show. */
export function SecretWindow({ secret, onClose }: { secret: string | null | undefined; onClose(): void }) {
  const { frame, webhooks: words } = useSettingsWords();
  return (
    <Modal
      open={secret !== undefined}
      onClose={onClose}
      title={words.secretTitle}
      description={words.secretWords}
    >
      <div className="mt-4 flex flex-col gap-5">
        {secret ? (
          <ShownOnce label={words.secret} value={secret} />
        ) : (
          <Says kind="note">{words.secretGone}</Says>
        )}
        <Button variant="outline" onClick={onClose} className="self-end">
          {frame.done}
        </Button>
      </div>
    </Modal>
  );
}
