// Search: by words and what a word begins with, by phrases in quotes, and, where that finds nothing, by parts of words.

import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import { isCursorOf } from './cursor.ts';
import type { Tx } from './sql.ts';
import { few, isCommon, orderedPage, pageOfFew, type Sort } from './task-page.ts';

/** A trigram index knows nothing shorter. */
const shortest = 3;

/**
 * Tasks whose title, labels or notes have all the words and phrases, the last word perhaps still
 * being typed: the best matches first, or in the order asked for. So many matches that they say
 * little come in the usual order of a list, from its index. Words that nobody wrote are looked for
 * as parts of titles; what is too short for that, in titles and notes of the tasks that are due next.
 */
export async function searchTasks(
  tx: Tx,
  asked: ListTasks & { q: string },
  userId: string,
): Promise<TaskPage> {
  const { q, status, sort = 'relevance', cursor } = asked;
  const usual: Sort = status === 'completed' ? 'completed' : 'due';
  const inOrder = sort === 'relevance' ? usual : sort;
  const name = (matched: string): string => `tasks by ${sort}, ${matched}`;
  const comesFrom = (matched: string): boolean => cursor !== undefined && isCursorOf(name(matched), cursor);

  const query = wordsAsked(tx, q);
  const words = { matching: tx`and t.search @@ ${query}` };
  const many = { ...words, sort: inOrder, name: name('many') };
  const like = tx`like '%' || regexp_replace(fold(${q.trim()}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  const parts = { matching: tx`and fold(t.title) ${like}`, sort: inOrder, name: name('parts') };
  const isMany = cursor === undefined && (await isCommon(tx, asked, userId, words.matching));
  if (isMany || comesFrom('many')) return orderedPage(tx, asked, userId, many);
  if (comesFrom('parts')) return orderedPage(tx, asked, userId, parts);
  if (!comesFrom('next')) {
    const best = { ...words, rank: tx`ts_rank(t.search, ${query}, 1)`, sort, name: name('words') };
    const { matches, ...page } = await pageOfFew(tx, asked, userId, best);
    if (matches > few && !comesFrom('words')) return orderedPage(tx, asked, userId, many);
    if (matches > 0 || cursor !== undefined || (await wordsAreUsed(tx, query, userId))) return page;
    if (q.trim().length >= shortest) return orderedPage(tx, asked, userId, parts);
  }
  const next = { matching: tx`and (fold(t.title) ${like} or fold(t.notes) ${like})`, name: name('next') };
  const { matches: _, ...page } = await pageOfFew(tx, asked, userId, {
    ...next,
    sort: inOrder,
    among: 'next',
  });
  return page;
}

/** `water "the plants" tod`: words, phrases, and what the last word begins with. */
function wordsAsked(tx: Tx, q: string) {
  const phrases = [...q.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => phrase);
  const words = q.replace(/"[^"]*"/g, ' ').replaceAll('"', ' ');
  const beginning = /\S+$/.exec(words)?.[0] ?? '';
  const whole = words.slice(0, words.length - beginning.length);
  return tx`search_query(${whole}, ${tx.types.textArray(phrases)}, ${beginning})`;
}

/** Whether any task has the words, whatever else was asked for. */
async function wordsAreUsed(tx: Tx, query: ReturnType<typeof wordsAsked>, userId: string): Promise<boolean> {
  const [found] = await tx`
    select from project_members m
    where m.user_id = ${userId}
      and exists (select from my_tasks t where t.project_id = m.project_id and t.search @@ ${query})
    limit 1
  `;
  return found !== undefined;
}
