import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeEntrance } from '@/features/session/code-entrance.tsx';
import { EntranceFrame } from '@/features/session/entrance-frame.tsx';
import { pathBack } from '@/lib/come-back.ts';
import { whoIsHere } from '@/lib/session.ts';

export const metadata: Metadata = { title: 'Code' };

type Props = { searchParams: Promise<{ to?: string }> };

/** The second step of signing in, where there is one. */
export default async function SignInCode({ searchParams }: Props) {
  const back = pathBack((await searchParams).to);
  if (await whoIsHere()) redirect(back);
  return (
    <EntranceFrame>
      <CodeEntrance to={back} />
    </EntranceFrame>
  );
}
