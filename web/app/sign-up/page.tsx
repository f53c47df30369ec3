import type { Metadata } from 'next';
import { Entrance } from '@/features/session/entrance.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUp() {
  return <Entrance entry="sign-up" />;
}
