import { clsx } from 'clsx';
import { grounds } from './chip-grounds.ts';
import { kindOf } from './chips.ts';
import { commonStart } from './ignored.ts';
import type { Meaning } from './use-parse.ts';

/**
 * The text with what was understood marked, to lie behind the field. While the answer is about an
 * older text, only the part that both share is marked.
 */
export function MarkedText({ text, meaning }: { text: string; meaning: Meaning | undefined }) {
  const certain = meaning ? commonStart(meaning.text, text) : 0;
  const spans = (meaning?.parsed.spans ?? [])
    .filter(({ end }) => end <= certain)
    .toSorted((one, other) => one.start - other.start);

  let at = 0;
  const parts = spans.map(({ start, end, kind }) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {before}
        <mark className={clsx('rounded-sm text-transparent', grounds[kindOf(kind)])}>
          {text.slice(start, end)}
        </mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
