'use client';
import { isMissingScript, NewVersion } from '@/components/new-version.tsx';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';

export default function Failure({ error, reset }: { error: Error; reset(): void }) {
  const { errors, frame } = useWords();
  if (isMissingScript(error)) return <NewVersion />;
  return (
    <main role="alert" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5">
      <h1 className="text-2xl font-semibold tracking-tight">{errors.title}</h1>
      <p className="mt-2 text-muted">{errors.safe}</p>
      <Button variant="primary" onClick={reset} className="mt-6 self-start">
        {frame.tryAgain}
      </Button>
    </main>
  );
}
