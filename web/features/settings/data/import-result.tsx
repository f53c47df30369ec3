'use client';
import type { ImportAnswer } from '@zerodo/domain/import';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { RowsRefused } from './import-file.ts';

type Props = { answer: ImportAnswer | undefined; error: Error | null; onWithout(): void };

/** What an import made of a file, or which of its rows are in the way. */
export function ImportResult({ answer, error, onWithout }: Props) {
  const { data: words } = useSettingsWords();
  if (error instanceof RowsRefused) {
    return (
      <div role="alert" className="mt-4 text-sm">
        <p className="font-medium text-danger">
          {words.nothing}: {words.wrongTitle(error.count)}
        </p>
        <Rows title={words.wrongTitle(error.count)} rows={error.rows} count={error.count} />
        <Button variant="outline" className="mt-3" onClick={onWithout}>
          {words.withoutThem}
        </Button>
      </div>
    );
  }
  if (!answer) return <ChangeProblem error={error} />;
  const { imported, skipped, skippedCount } = answer;
  const made = (['tasks', 'series', 'projects', 'labels', 'filters'] as const)
    .filter((what) => imported[what] > 0 || what === 'tasks')
    .map((what) => words.counts[what](imported[what]));
  return (
    <div role="status" className="mt-4 text-sm">
      <p className="rounded-lg bg-accent-soft px-3 py-2.5 text-accent">
        <span className="font-medium">{words.imported}:</span> {made.join(', ')}.{' '}
        <Link href="/today" prefetch={false} className="font-medium underline underline-offset-4">
          {words.toTasks}
        </Link>
      </p>
      {skippedCount > 0 && (
        <>
          <p className="mt-3 font-medium">{words.skippedTitle(skippedCount)}</p>
          <Rows
            title={words.skippedTitle(skippedCount)}
            rows={skipped.map(({ row, reason }) => ({ row: String(row), reason }))}
            count={skippedCount}
          />
        </>
      )}
    </div>
  );
}

function Rows({
  title,
  rows,
  count,
}: {
  title: string;
  rows: { row: string; reason: string }[];
  count: number;
}) {
  const { data: words } = useSettingsWords();
  return (
    <>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        aria-label={title}
        className="mt-2 max-h-64 overflow-y-auto rounded-lg bg-sunken px-3 py-2"
      >
        {rows.map(({ row, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may be named twice, and the list never changes
          <li key={index} className="py-0.5 [overflow-wrap:anywhere]">
            <span className="font-medium">{words.row(row)}:</span> {reason}
          </li>
        ))}
      </ul>
      {count > rows.length && <p className="mt-1 text-muted">{words.andMore(count - rows.length)}</p>}
    </>
  );
}
