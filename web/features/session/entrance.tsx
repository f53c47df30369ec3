import { redirect } from 'next/navigation';
import { whoIsHere } from '@/lib/session.ts';
import { Logo } from '../workspace/logo.tsx';
import type { Entry } from './credentials.ts';
import { CredentialsForm } from './credentials-form.tsx';

type Props = {
  entry: Entry;
  /** The API did not take the session: sending its owner back would only begin the same again. */
  ended?: boolean;
  /** Where to go on. */
  to?: string;
};

/** The page in front of the page; who is signed in goes straight through. */
export async function Entrance({ entry, ended = false, to = '/' }: Props) {
  if (!ended && (await whoIsHere())) redirect(to);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <p className="mb-8 flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <Logo className="size-8 text-accent" />
        Zerodo
      </p>
      <CredentialsForm entry={entry} to={to} />
    </main>
  );
}
