import type { Ref } from 'react';
import { useFactorWords } from '@/words/use-factor-words.ts';
import type { Factor } from './prove.ts';
import { TextField } from './text-field.tsx';

type Props = { factor: Factor; wrong: boolean; ref: Ref<HTMLInputElement> };

/** Where a code is written: six digits that a phone may fill in by itself, or a backup code. */
export function CodeField({ factor, wrong, ref }: Props) {
  const words = useFactorWords();
  const app = factor === 'app';
  return (
    <TextField
      ref={ref}
      // A field of its own for each, since a browser remembers what it was told of one.
      key={factor}
      name="code"
      label={app ? words.code : words.backupCode}
      hint={app ? words.codeHint : words.backupHint}
      aria-invalid={wrong || undefined}
      autoComplete={app ? 'one-time-code' : 'off'}
      inputMode={app ? 'numeric' : 'text'}
      {...(app && { pattern: ' *([0-9] *){6}', title: words.codeHint })}
      autoCapitalize="off"
      spellCheck={false}
      required
      maxLength={20}
    />
  );
}
