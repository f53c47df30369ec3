'use client';
import { Check, Copy, Download } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useCopy } from '../parts/use-copy.ts';
import { useSettingsWords } from '../words/settings-words.ts';

/** The codes for the day on which the phone is lost, this once. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const { frame, secondFactor: words } = useSettingsWords();
  const { copied, copy } = useCopy();
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <ul
        aria-label={words.codes}
        className="grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-lg bg-sunken px-3 py-2.5 text-center font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" size="small" onClick={() => void copy(text)}>
          {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          {copied ? frame.copied : frame.copy}
        </Button>
        <Button
          variant="outline"
          size="small"
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'zerodo-backup-codes.txt')}
        >
          <Download aria-hidden className="size-4" />
          {words.download}
        </Button>
      </div>
      <p role="status" className={copied === false ? 'text-sm text-muted' : 'sr-only'}>
        {copied === undefined ? '' : copied ? frame.copied : frame.copyByHand}
      </p>
      <Button variant="primary" onClick={onDone} className="self-end">
        {words.kept}
      </Button>
    </div>
  );
}
