import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { speechHere } from '@/lib/session.ts';
import { NoScript } from '@/words/no-script.tsx';
import { Speaking } from '@/words/speaking.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Zerodo', template: '%s · Zerodo' },
  description: 'A to-do list that is exact about time.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafaf8' },
    { media: '(prefers-color-scheme: dark)', color: '#111318' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  // Each answer has a nonce of its own, so no page can be made before it is asked for.
  await connection();
  const speech = await speechHere();
  return (
    <html lang={speech.locale}>
      <body>
        <Speaking {...speech}>
          <NoScript />
          {children}
        </Speaking>
      </body>
    </html>
  );
}
