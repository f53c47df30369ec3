'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { openGate } from '@/lib/session-gate.ts';
import { useAccountWords } from '@/words/use-account-words.ts';
import { useWaitingWords } from '@/words/use-waiting-words.ts';
import { useWords } from '@/words/use-words.ts';
import { CodeForm } from './code-form.tsx';
import { enter } from './credentials.ts';
import { PasskeyButton } from './passkey-button.tsx';
import type { Person } from './person.ts';
import { TextField } from './text-field.tsx';

/** Who is signed in here now, as the identity says; null where nobody is, or nothing answers. */
async function whoIsIn(): Promise<string | null> {
  const response = await fetch('/api/auth/get-session').catch(() => null);
  const answer = response?.ok ? ((await response.json()) as { user?: { id?: string } } | null) : null;
  return answer?.user?.id ?? null;
}

/** The session ended while the page was used: it stays as it is, and goes on after the password. */
export default function SignInAgain({ person }: { person: Person }) {
  const words = useWords();
  const account = useAccountWords();
  const { signIn } = useWaitingWords();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const here = window.location.pathname + window.location.search;

  const look = useCallback(async () => {
    const id = await whoIsIn();
    if (id === person.id) openGate();
    return id;
  }, [person.id]);

  // A passkey says itself whose it is: where that is somebody else, the page becomes theirs.
  const comeBy = async () => {
    if ((await look()) !== person.id) window.location.reload();
  };

  // Another tab may have been used for it.
  useEffect(() => {
    const onLook = () => void look();
    window.addEventListener('focus', onLook);
    return () => window.removeEventListener('focus', onLook);
  }, [look]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const fields = { email: person.email, password: password.current?.value ?? '' };
    const entered = await enter('sign-in', fields, account, words);
    setBusy(false);
    setReason(typeof entered === 'object' ? entered.refused : null);
    setNeedsCode(entered === 'code');
    if (entered === 'in') openGate();
  };

  return (
    // It cannot be closed: nothing can be read or saved before.
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className="fixed inset-0 z-60 bg-[oklch(0_0_0/0.4)]" />
        <Dialog.Popup
          initialFocus={password}
          className="fixed top-1/2 left-1/2 z-60 max-h-[85dvh] w-[min(26rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto rounded-2xl border border-line bg-surface p-5 shadow-raised outline-none"
        >
          <Dialog.Title className="text-lg font-semibold">{signIn.title}</Dialog.Title>
          <Dialog.Description className="mt-1 text-sm text-muted">{signIn.words}</Dialog.Description>
          {needsCode ? (
            <CodeForm onDone={openGate} onAgain={() => setNeedsCode(false)} />
          ) : (
            <form method="post" onSubmit={(event) => void send(event)} className="mt-4 flex flex-col gap-4">
              <TextField
                name="email"
                label={account.email}
                type="email"
                autoComplete="username"
                readOnly
                value={person.email}
              />
              <TextField
                ref={password}
                name="password"
                label={account.password}
                type="password"
                autoComplete="current-password"
                required
                maxLength={128}
              />
              {reason && (
                <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2.5 text-sm text-danger">
                  {reason}
                </p>
              )}
              <Button type="submit" variant="primary" disabled={busy}>
                {signIn.submit}
              </Button>
              <PasskeyButton onDone={() => void comeBy()} />
            </form>
          )}
          <a
            href={`/sign-in?${new URLSearchParams({ ended: '', to: here })}`}
            className="mt-4 inline-block rounded-sm text-sm text-muted underline underline-offset-4 hover:text-ink"
          >
            {signIn.another}
          </a>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
