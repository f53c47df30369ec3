'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useWaitingWords } from '@/words/use-waiting-words.ts';
import { askToLose } from './leaving.ts';
import { signOut } from './sign-out.ts';

/** Asks before somebody signs out and loses what was not sent. */
export default function LeaveWindow({ count }: { count: number }) {
  const words = useWaitingWords().leave;
  const [shown, setShown] = useState(count);
  if (count > 0 && count !== shown) setShown(count);
  const stay = () => askToLose(0);
  return (
    <Modal open={count > 0} onClose={stay} title={words.title} description={words.words(shown)}>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button variant="primary" onClick={stay}>
          {words.stay}
        </Button>
        <Button variant="danger" onClick={() => void signOut({ anyway: true })}>
          {words.go}
        </Button>
      </div>
    </Modal>
  );
}
