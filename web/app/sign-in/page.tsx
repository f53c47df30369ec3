import type { Metadata } from 'next';
import { Entrance } from '@/features/session/entrance.tsx';
import { pathBack } from '@/lib/come-back.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ ended?: string; to?: string }> };

export default async function SignIn({ searchParams }: Props) {
  const { ended, to } = await searchParams;
  return <Entrance entry="sign-in" ended={ended !== undefined} to={pathBack(to)} />;
}
