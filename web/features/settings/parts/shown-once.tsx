'use client';
import { Check, Copy } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { useCopy } from './use-copy.ts';

/** A secret to take along: it is selected with one press and copied with another. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const { frame } = useSettingsWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { copied, copy } = useCopy();
  const take = () => {
    field.current?.select();
    void copy(value);
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
        <Button variant="primary" onClick={take}>
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
