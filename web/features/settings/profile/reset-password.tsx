'use client';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '../../session/text-field.tsx';
import { ask } from '../ask.ts';
import { Says } from '../parts/says.tsx';
import { useProblem } from '../use-problem.ts';
import { useSettingsWords } from '../words/settings-words.ts';

type Props = { token: string | null; used: boolean; mail: boolean };

/** A new password for somebody who has forgotten the old one: first the mail, then the link in it. */
export function ResetPassword({ token, used, mail }: Props) {
  const { reset: words, ...profile } = useSettingsWords().profile;
  const problem = useProblem();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const chooses = token !== null;

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await (chooses
        ? ask('POST', '/api/auth/reset-password', { token, newPassword: String(fields.get('password')) })
        : ask('POST', '/api/auth/request-password-reset', {
            email: String(fields.get('email')),
            redirectTo: '/reset-password',
          }));
      setDone(true);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{chooses ? words.title : words.askTitle}</h1>
      <div className="mt-4 flex flex-col gap-4">
        {used && !chooses && <Says kind="problem">{words.used}</Says>}
        {!mail && !chooses && <Says kind="note">{words.noMail}</Says>}
        {done && <Says kind="good">{chooses ? words.done : words.asked}</Says>}
        {error !== null && <Says kind="problem">{problem(error)}</Says>}
        {!done && (chooses || mail) && (
          <form method="post" onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
            {chooses ? (
              <TextField
                name="password"
                label={profile.newPassword}
                hint={profile.passwordHint}
                type="password"
                autoComplete="new-password"
                required
                minLength={10}
                maxLength={128}
              />
            ) : (
              <TextField
                name="email"
                label={profile.email}
                hint={words.ask}
                type="email"
                autoComplete="email"
                required
                maxLength={254}
              />
            )}
            <Button type="submit" variant="primary" size="large" disabled={busy}>
              {chooses ? words.submit : words.askSubmit}
            </Button>
          </form>
        )}
        <p className="text-sm">
          <Link
            href="/sign-in"
            className="rounded-sm font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
          >
            {words.signIn}
          </Link>
        </p>
      </div>
    </>
  );
}
