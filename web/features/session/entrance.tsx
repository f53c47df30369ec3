import { redirect } from 'next/navigation';
import { whoIsHere } from '@/lib/session.ts';
import type { Entry } from './credentials.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { EntranceFrame } from './entrance-frame.tsx';

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
    <EntranceFrame>
      <CredentialsForm entry={entry} to={to} />
    </EntranceFrame>
  );
}
