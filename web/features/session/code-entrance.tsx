'use client';
import { useRouter } from 'next/navigation';
import { useFactorWords } from '@/words/use-factor-words.ts';
import { CodeForm } from './code-form.tsx';

/** The second step of signing in; then it goes on at `to`. */
export function CodeEntrance({ to }: { to: string }) {
  const router = useRouter();
  const words = useFactorWords();
  const enter = () => {
    router.replace(to);
    router.refresh();
  };
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{words.title}</h1>
      <p className="mt-1 text-sm text-muted">{words.why}</p>
      <CodeForm
        onDone={enter}
        onAgain={() => router.replace(to === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`)}
      />
    </>
  );
}
