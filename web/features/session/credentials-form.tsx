'use client';
import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { type Entry, enter } from './credentials.ts';
import { TextField } from './text-field.tsx';

const words = {
  'sign-in': { title: 'Welcome back', submit: 'Sign in', other: 'New here?', link: 'Create an account' },
  'sign-up': {
    title: 'Create your account',
    submit: 'Create account',
    other: 'You have an account?',
    link: 'Sign in',
  },
};

/** E-mail and password, to come in or to become known. */
export function CredentialsForm({ entry }: { entry: Entry }) {
  const router = useRouter();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { title, submit, other, link } = words[entry];
  const joins = entry === 'sign-up';

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const refused = await enter(entry, fields);
    setReason(refused);
    if (refused) {
      setBusy(false);
      return;
    }
    router.replace('/');
    router.refresh();
  };

  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <form method="post" onSubmit={(event) => void send(event)} className="mt-6 flex flex-col gap-4">
        {joins && <TextField name="name" label="Name" autoComplete="name" required maxLength={100} />}
        <TextField name="email" label="E-mail" type="email" autoComplete="email" required maxLength={254} />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete={joins ? 'new-password' : 'current-password'}
          required
          maxLength={128}
          {...(joins && { minLength: 10, hint: 'At least 10 characters' })}
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
    </>
  );
}
