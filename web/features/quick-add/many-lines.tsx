'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { useManyLinesWords } from '@/words/use-many-lines-words.ts';
import { useWords } from '@/words/use-words.ts';
import { mostLines } from './lines.ts';

type Props = {
  lines: string[];
  /** False where it was refused. */
  make(line: string): Promise<boolean>;
  onOneLine(): void;
  onClose(): void;
};

/** Asks once before many lines become many tasks. */
export default function ManyLines({ lines, make, onOneLine, onClose }: Props) {
  const { tasks } = useWords();
  const words = useManyLinesWords();
  const [left, setLeft] = useState(lines);
  const [made, setMade] = useState<number | null>(null);
  const [failed, setFailed] = useState(0);
  const meant = left.slice(0, mostLines);

  const makeAll = async () => {
    const refused: string[] = [];
    setMade(0);
    // One after another, so that they stay in their order.
    for (const line of meant) {
      if (await make(line)) setMade((count) => (count ?? 0) + 1);
      else refused.push(line);
    }
    const done = meant.length - refused.length;
    if (done > 0) toasts.add({ title: tasks.addedMany(tasks.count(done)), timeout: 5000 });
    const rest = [...refused, ...left.slice(mostLines)];
    if (rest.length === 0) {
      onClose();
      return;
    }
    setFailed(refused.length);
    setLeft(rest);
    setMade(null);
  };

  return (
    <div role="alertdialog" aria-label={words.ask(tasks.count(meant.length))} className="px-4 pb-3 text-sm">
      <p className="font-medium">
        {failed > 0 ? words.failed(tasks.count(failed)) : words.ask(tasks.count(meant.length))}
      </p>
      {left.length > mostLines && <p className="text-muted">{words.most(mostLines)}</p>}
      <ul className="mt-1.5 max-h-40 overflow-y-auto text-muted">
        {meant.slice(0, 6).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal
          <li key={index} className="truncate">
            {line}
          </li>
        ))}
        {meant.length > 6 && <li>{tasks.showHidden(meant.length - 6)}</li>}
      </ul>
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <Button
          autoFocus
          size="small"
          variant="primary"
          disabled={made !== null}
          onClick={() => void makeAll()}
        >
          {made === null ? words.make(tasks.count(meant.length)) : words.progress(made, meant.length)}
        </Button>
        {made === null && (
          <>
            <Button size="small" onClick={onOneLine}>
              {words.oneLine}
            </Button>
            <Button size="small" onClick={onClose}>
              {words.notAtAll}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
