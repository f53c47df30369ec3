'use client';
import { type FormEvent, useRef, useState } from 'react';
import { useFactorWords } from '@/words/use-factor-words.ts';
import { useWords } from '@/words/use-words.ts';
import { CodeField } from '../../session/code-field.tsx';
import { prove } from '../../session/prove.ts';
import { Says } from '../parts/says.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { QrCode } from './qr-code.tsx';
import { keyIn } from './second-factor-queries.ts';

type Props = { totpURI: string; onProven(): void; onClose(): void };

/** The secret as a picture and as text, and the first code of it: without that nobody could come in again. */
export function ProveStep({ totpURI, onProven, onClose }: Props) {
  const { secondFactor: words } = useSettingsWords();
  const factor = useFactorWords();
  const page = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const refused = await prove('app', field.current?.value ?? '', factor, page);
    setBusy(false);
    setProblem(refused?.words ?? null);
    if (refused) field.current?.select();
    else onProven();
  };
  return (
    <form method="post" onSubmit={(event) => void send(event)} className="mt-4 flex flex-col gap-4">
      <QrCode text={totpURI} label={words.picture} />
      <ShownOnce label={words.key} value={keyIn(totpURI)} />
      <CodeField ref={field} factor="app" wrong={problem !== null} />
      {problem && <Says kind="problem">{problem}</Says>}
      <WindowButtons action={words.prove} busy={busy} onClose={onClose} />
    </form>
  );
}
