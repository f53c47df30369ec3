import type { Metadata } from 'next';
import { Entrance } from '@/features/session/entrance.tsx';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ ended?: string }> };

export default async function SignIn({ searchParams }: Props) {
  const { ended } = await searchParams;
  return <Entrance entry="sign-in" ended={ended !== undefined} />;
}
