import type { Metadata } from 'next';
import { NoConnection } from '@/features/session/no-connection.tsx';

export const metadata: Metadata = { title: 'Offline' };

export default function Offline() {
  return <NoConnection />;
}
