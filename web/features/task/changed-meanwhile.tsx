'use client';
import { Button } from '@/components/ui/button.tsx';
import { useWaitingWords } from '@/words/use-waiting-words.ts';

type Props = { theirs: string | null; insist(): void; drop(): void };

/** Both texts, where somebody else has written what one is writing oneself: one of them is chosen. */
export function ChangedMeanwhile({ theirs, insist, drop }: Props) {
  const words = useWaitingWords();
  return (
    <div role="status">
      {theirs !== null && (
        <div className="mb-3 rounded-lg border border-line bg-sunken px-3 py-2.5 text-sm">
          <p className="text-muted">{words.changedMeanwhile}</p>
          <p className="mt-1 max-h-40 overflow-y-auto break-words whitespace-pre-wrap">{theirs || '–'}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="small" variant="primary" onClick={insist}>
              {words.useMine}
            </Button>
            <Button size="small" variant="outline" onClick={drop}>
              {words.keepTheirs}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
