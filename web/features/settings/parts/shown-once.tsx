'use client';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

/** A secret to take along: it is selected with one press and copied with another. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const { frame } = useSettingsWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    field.current?.select();
    // Over plain http there is no clipboard.
    setCopied(
      await (navigator.clipboard?.writeText(value) ?? Promise.reject()).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          spellCheck={false}
          autoComplete="off"
          onFocus={({ target }) => target.select()}
          className="h-10 min-w-0 flex-1 rounded-lg border border-line-strong bg-sunken px-2.5 font-mono text-xs"
        />
        <Button variant="primary" onClick={() => void copy()}>
          {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          {copied ? frame.copied : frame.copy}
        </Button>
      </div>
      <p role="status" className={copied === false ? 'mt-1.5 text-sm text-muted' : 'sr-only'}>
        {copied === undefined ? '' : copied ? frame.copied : frame.copyByHand}
      </p>
    </div>
  );
}
