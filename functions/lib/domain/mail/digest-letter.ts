import type { Due } from '../due.ts';
import { type Letter, letter, oneLine, type Section } from './letter.ts';
import { type Links, taskUrl } from './notification-letter.ts';
import { dueInWords, type Words, wordsFor } from './words.ts';

export type DigestTask = { id: string; title: string; due: Due; dueAt: Date };
type Group = { tasks: readonly DigestTask[]; total: number };

/** What is due, in three groups; `total` counts what is not listed as well. */
export type Digest = { overdue: Group; today: Group; tomorrow: Group };

export const isEmpty = ({ overdue, today, tomorrow }: Digest): boolean =>
  overdue.total + today.total + tomorrow.total === 0;

type Person = { name: string | null; locale: string | null; timezone: string };

/** The day's tasks as a mail. */
export function digestLetter(digest: Digest, { name, locale, timezone }: Person, links: Links): Letter {
  const words = wordsFor(locale);
  const groups = (['overdue', 'today', 'tomorrow'] as const).filter((group) => digest[group].total > 0);
  return letter(
    words.subjects.digest({ title: '', actor: '' }),
    [
      { lines: [{ words: words.hello(oneLine(name ?? '', 80)) }] },
      ...groups.map(
        (group): Section => ({
          heading: words.digest[group],
          lines: linesOf(digest[group], timezone, words, links.publicUrl),
        }),
      ),
    ],
    { words: words.open, url: taskUrl(links.publicUrl, null) },
    { why: words.why, unsubscribe: { words: words.unsubscribe, url: links.unsubscribeUrl } },
    words.language,
  );
}

const linesOf = ({ tasks, total }: Group, timezone: string, words: Words, publicUrl: string) => [
  ...tasks.map(({ id, title, due, dueAt }) => ({
    words: `${oneLine(title)} (${dueInWords(due, dueAt, timezone, words)})`,
    url: taskUrl(publicUrl, id),
  })),
  ...(total > tasks.length ? [{ words: words.digest.more(total - tasks.length) }] : []),
];
