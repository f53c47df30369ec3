'use client';
import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useFactorWords } from '@/words/use-factor-words.ts';
import { useWords } from '@/words/use-words.ts';
import { CodeField } from './code-field.tsx';
import { type Factor, type NotProven, prove } from './prove.ts';

type Props = { onDone(): void; onAgain(): void };

const link = 'self-start rounded-sm text-sm text-muted underline underline-offset-4 hover:text-ink';

/** Asks for the code after the password, or for a backup code; `onAgain` leads back to the password. */
export function CodeForm({ onDone, onAgain }: Props) {
  const page = useWords();
  const words = useFactorWords();
  const [factor, setFactor] = useState<Factor>('app');
  const [problem, setProblem] = useState<NotProven | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another factor has another field
  useEffect(() => field.current?.focus(), [factor]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const refused = await prove(factor, field.current?.value ?? '', words, page);
    setProblem(refused);
    if (!refused) {
      onDone();
      return;
    }
    setBusy(false);
    field.current?.select();
  };
  const change = () => {
    setFactor(factor === 'app' ? 'backup' : 'app');
    setProblem(null);
  };

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="mt-6 flex flex-col gap-4">
      <CodeField ref={field} factor={factor} wrong={problem !== null} />
      {problem && (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2.5 text-sm text-danger">
          {problem.words}
        </p>
      )}
      {problem?.over ? (
        <Button variant="primary" size="large" onClick={onAgain}>
          {words.again}
        </Button>
      ) : (
        <>
          <Button type="submit" variant="primary" size="large" disabled={busy}>
            {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
            {words.submit}
          </Button>
          <button type="button" onClick={change} className={link}>
            {factor === 'app' ? words.useBackup : words.useApp}
          </button>
          <button type="button" onClick={onAgain} className={link}>
            {words.again}
          </button>
        </>
      )}
    </form>
  );
}
