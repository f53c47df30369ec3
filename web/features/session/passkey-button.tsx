'use client';
import { KeyRound, LoaderCircle } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { usePasskeyWords } from '@/words/use-passkey-words.ts';
import { useWords } from '@/words/use-words.ts';
import { enterByPasskey } from './enter-by-passkey.ts';
import { offersPasskeys } from './passkey.ts';

type Props = {
  onDone(): void;
  /** Offers them where the address is typed, too: its field says `webauthn`. */
  inField?: true;
};

/** Signs in with a passkey of this device or of a phone beside it. */
export function PasskeyButton({ onDone, inField }: Props) {
  const words = usePasskeyWords();
  const page = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // A browser asks one question at a time.
  const running = useRef<AbortController>(null);

  const begin = async (mediation: 'optional' | 'conditional') => {
    running.current?.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    const entered = await enterByPasskey(mediation, signal, words, page);
    if (signal.aborted) return;
    setBusy(false);
    if (entered === 'in') return onDone();
    if (!entered) return;
    setProblem(entered.refused);
    if (inField) void begin('conditional');
  };
  const press = async () => {
    setBusy(true);
    setProblem(null);
    await begin('optional');
  };

  const offer = useEffectEvent(() => void begin('conditional'));
  useEffect(() => {
    let here = true;
    if (inField) void offersPasskeys().then((can) => can && here && offer());
    return () => {
      here = false;
      running.current?.abort();
    };
  }, [inField]);

  return (
    <>
      {problem && (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2.5 text-sm text-danger">
          {problem}
        </p>
      )}
      <Button
        variant="outline"
        size={inField ? 'large' : 'normal'}
        disabled={busy}
        onClick={() => void press()}
      >
        {busy ? (
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
        ) : (
          <KeyRound aria-hidden className="size-4 text-muted" />
        )}
        {words.signIn}
      </Button>
    </>
  );
}
