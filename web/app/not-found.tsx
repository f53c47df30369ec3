'use client';
import Link from 'next/link';
import { useWords } from '@/words/use-words.ts';

export default function NotFound() {
  const { errors } = useWords();
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5">
      <h1 className="text-2xl font-semibold tracking-tight">{errors.notFoundTitle}</h1>
      <p className="mt-2 text-muted">{errors.notFound}</p>
      <Link href="/" className="mt-6 font-medium text-accent underline underline-offset-4">
        {errors.home}
      </Link>
    </main>
  );
}
