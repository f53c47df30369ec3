'use client';
import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { browserLocale } from '@/words/language.ts';
import { useAccountWords } from '@/words/use-account-words.ts';
import { useWords } from '@/words/use-words.ts';
import { keepFirstRun } from '../first-run/first-run-mark.ts';
import { type Entry, enter } from './credentials.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { TextField } from './text-field.tsx';

/** E-mail and password, to come in or to become known; then it goes on at `to`. */
export function CredentialsForm({ entry, to }: { entry: Entry; to: string }) {
  const router = useRouter();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const words = useWords();
  const account = useAccountWords();
  const joins = entry === 'sign-up';
  const { title, submit, other, link } = joins ? account.signUp : account.signIn;
  const goOn = () => {
    router.replace(to);
    router.refresh();
  };

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    // The account speaks as the browser does, until the settings say otherwise.
    const locale = browserLocale(navigator.languages);
    const entered = await enter(entry, { ...fields, ...(joins && { locale }) }, account, words);
    setReason(typeof entered === 'object' ? entered.refused : null);
    if (typeof entered === 'object') {
      setBusy(false);
      return;
    }
    if (entered === 'code') {
      router.push(to === '/' ? '/sign-in/code' : `/sign-in/code?${new URLSearchParams({ to })}`);
      return;
    }
    if (joins) keepFirstRun(fields.email ?? '', 'make');
    goOn();
  };

  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <form method="post" onSubmit={(event) => void send(event)} className="mt-6 flex flex-col gap-4">
        {joins && <TextField name="name" label={account.name} autoComplete="name" required maxLength={100} />}
        <TextField
          name="email"
          label={account.email}
          type="email"
          autoComplete={joins ? 'email' : 'username webauthn'}
          required
          maxLength={254}
        />
        <TextField
          name="password"
          label={account.password}
          type="password"
          autoComplete={joins ? 'new-password' : 'current-password'}
          required
          maxLength={128}
          {...(joins && { minLength: 10, hint: account.passwordHint })}
        />
        {reason && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2.5 text-sm text-danger">
            {reason}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={busy} className="mt-1">
          {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          {submit}
        </Button>
        {!joins && <PasskeyButton onDone={goOn} inField />}
      </form>
      <p className="mt-6 text-sm text-muted">
        {other}{' '}
        <Link
          href={joins ? '/sign-in' : '/sign-up'}
          className="rounded-sm font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
        >
          {link}
        </Link>
      </p>
      {!joins && (
        <p className="mt-3 text-sm">
          <Link
            href="/reset-password"
            prefetch={false}
            className="rounded-sm text-muted underline underline-offset-4 hover:text-ink"
          >
            {account.forgot}
          </Link>
        </p>
      )}
    </>
  );
}
