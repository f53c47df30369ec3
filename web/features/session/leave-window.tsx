'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useWaitingWords } from '@/words/use-waiting-words.ts';
import { askToLose, type Loss, noLoss } from './leaving.ts';
import { useSignOut } from './use-sign-out.ts';

/** Asks before somebody signs out and loses what was not sent. */
export default function LeaveWindow({ loss }: { loss: Loss }) {
  const words = useWaitingWords().leave;
  const signOut = useSignOut();
  const { changes, everywhere } = loss;
  // While it slides away the number stays.
  const [shown, setShown] = useState(changes);
  if (changes > 0 && changes !== shown) setShown(changes);
  const stay = () => askToLose(noLoss);
  return (
    <Modal open={changes > 0} onClose={stay} title={words.title} description={words.words(shown)}>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button variant="primary" onClick={stay}>
          {words.stay}
        </Button>
        <Button variant="danger" onClick={() => signOut({ anyway: true, everywhere })}>
          {words.go}
        </Button>
      </div>
    </Modal>
  );
}
