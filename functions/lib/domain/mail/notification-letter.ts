import type { Letter } from './letter.ts';
import { letter, oneLine } from './letter.ts';
import type { Undelivered } from './undelivered.ts';
import { dueInWords, momentInWords, type Words, wordsFor } from './words.ts';

/** Where links lead: the installation, and the address that ends all mail to this person. */
export type Links = { publicUrl: string; unsubscribeUrl: string };

export type Spoken = { title: string; body: string };

/** A notification in two short lines, as a phone shows it. */
export function spoken(one: Undelivered, late: boolean): Spoken {
  const words = wordsFor(one.person.locale);
  const subject = words.subjects[one.kind](namesIn(one, words));
  const body = one.kind === 'test' ? words.testBody : facts(one, words, late).join(' · ');
  return { title: oneLine(subject, 120), body: oneLine(body, 300) };
}

/** A notification as a mail. */
export function notificationLetter(one: Undelivered, late: boolean, links: Links): Letter {
  const words = wordsFor(one.person.locale);
  const { task, kind } = one;
  const names = namesIn(one, words);
  const lines = kind === 'test' ? [words.testBody] : [names.title, ...facts(one, words, late)];
  const notes = task?.notes.trim();
  if (notes) lines.push(notes.length > 500 ? `${Array.from(notes).slice(0, 500).join('')}…` : notes);
  return letter(
    words.subjects[kind](names),
    [{ lines: lines.map((line) => ({ words: line })) }],
    { words: words.open, url: taskUrl(links.publicUrl, task?.id ?? null) },
    { why: words.why, unsubscribe: { words: words.unsubscribe, url: links.unsubscribeUrl } },
    words.language,
  );
}

export const taskUrl = (publicUrl: string, taskId: string | null): string =>
  taskId ? `${publicUrl}/?task=${taskId}` : `${publicUrl}/`;

const namesIn = ({ task, actorName }: Undelivered, words: Words) => ({
  title: oneLine(task?.title ?? ''),
  actor: oneLine(actorName ?? words.somebody, 80),
});

function facts({ task, person, fireAt }: Undelivered, words: Words, late: boolean): string[] {
  const due = task?.due && task.dueAt && dueInWords(task.due, task.dueAt, person.timezone, words);
  return [
    ...(due ? [words.due(due)] : []),
    ...(late ? [words.late(momentInWords(fireAt, person.timezone, words))] : []),
  ];
}
