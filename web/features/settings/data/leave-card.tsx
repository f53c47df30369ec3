'use client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { unsubscribeHere } from '../../push/this-browser.ts';
import { eraseBrowser } from '../../session/erase-browser.ts';
import { tellSignedOut } from '../../session/tell-tabs.ts';
import { TextField } from '../../session/text-field.tsx';
import { ask } from '../ask.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';

/** The end of an account: the address is typed and the password asked, since nobody can bring it back. */
export function LeaveCard() {
  const { data: words } = useSettingsWords();
  const { person } = useSettingsPlace();
  const [asks, setAsks] = useState(false);
  const [typed, setTyped] = useState('');
  const leave = useMutation({
    mutationFn: async (password: string) => {
      await ask('POST', '/api/auth/delete-user', { password });
      // Its subscription is erased with everything else, and nobody is left who could remove it; this is the browser's half.
      await unsubscribeHere().catch(() => undefined);
      await eraseBrowser();
      tellSignedOut(person.id);
    },
    onSuccess: () => window.location.assign('/sign-up'),
  });
  const same = typed.trim().toLowerCase() === person.email.toLowerCase();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (same) leave.mutate(String(new FormData(event.currentTarget).get('password')));
  };
  const close = () => {
    setAsks(false);
    setTyped('');
    leave.reset();
  };
  return (
    <Card title={words.leave} hint={words.leaveHint}>
      <Button variant="danger" className="border border-danger" onClick={() => setAsks(true)}>
        {words.leaveButton}
      </Button>
      <Modal open={asks} onClose={close} title={words.leaveTitle} description={words.leaveWords}>
        <form onSubmit={send} className="mt-4 flex flex-col gap-4">
          <TextField
            label={words.typeEmail(person.email)}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <PasswordField label={words.password} />
          <ChangeProblem error={leave.error} />
          <WindowButtons
            action={words.leaveNow}
            busy={leave.isPending}
            disabled={!same || leave.isSuccess}
            variant="destroy"
            keep={words.keep}
            onClose={close}
          />
        </form>
      </Modal>
    </Card>
  );
}
