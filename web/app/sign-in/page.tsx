import type { Metadata } from 'next';
import { Entrance } from '@/features/session/entrance.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignIn() {
  return <Entrance entry="sign-in" />;
}
