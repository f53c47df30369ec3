'use client';
import { useRouter } from 'next/navigation';
import { useAccountWords } from '@/words/use-account-words.ts';
import { CodeForm } from './code-form.tsx';

/** The second step of signing in; then it goes on at `to`. */
export function CodeEntrance({ to }: { to: string }) {
  const router = useRouter();
  const { factor } = useAccountWords();
  const enter = () => {
    router.replace(to);
    router.refresh();
  };
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{factor.title}</h1>
      <p className="mt-1 text-sm text-muted">{factor.why}</p>
      <CodeForm
        onDone={enter}
        onAgain={() => router.replace(to === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`)}
      />
    </>
  );
}
