// Search: by words and what a word begins with, by phrases in quotes, and, where that finds nothing, by parts of words.

import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import { isCursorOf } from './cursor.ts';
import { plannedAnew } from './plans.ts';
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
  const name = (matched: string): string => `tasks by ${sort}, ${matched}`;
  const search: Search = {
    ...{ tx, asked, userId, sort },
    // What says little is told in the usual order of a list.
    inOrder: sort !== 'relevance' ? sort : status === 'completed' ? 'completed' : 'due',
    name,
    comesFrom: (matched) => cursor !== undefined && isCursorOf(name(matched), cursor),
  };
  const goesOnWithWords = !search.comesFrom('parts') && !search.comesFrom('next');
  const found = goesOnWithWords ? await byWords(search, wordsAsked(tx, q)) : null;
  if (found) return found;
  const pattern = tx`'%' || regexp_replace(fold(${q.trim()}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  if (q.trim().length >= shortest && !search.comesFrom('next')) return byParts(search, pattern);
  const { matches: _, ...page } = await pageOfFew(tx, asked, userId, {
    matching: tx`and (fold(t.title) like ${pattern} or fold(t.notes) like ${pattern})`,
    ...{ sort: search.inOrder, name: name('next'), among: 'next' },
  });
  return page;
}

type Search = {
  tx: Tx;
  asked: ListTasks;
  userId: string;
  sort: Sort | 'relevance';
  inOrder: Sort;
  /** The list that a cursor belongs to, by how its tasks were found. */
  name: (matched: string) => string;
  comesFrom: (matched: string) => boolean;
};
type Fragment = ReturnType<typeof wordsAsked>;

/** Null where nobody has used the words, whatever else was asked for. */
async function byWords(search: Search, query: Fragment): Promise<TaskPage | null> {
  const { tx, asked, userId, sort, inOrder, name, comesFrom } = search;
  const matching = tx`and t.search @@ ${query}`;
  // No condition that an index could be used for: to read the list in its order is what is wanted here. What is looked for is
  // made once (`select`), and not for every row by a plan that is kept.
  const onTheWay = tx`and coalesce(t.search @@ (select ${query}), false)`;
  const many = { matching: onTheWay, sort: inOrder, name: name('many') };
  const isMany = asked.cursor === undefined && (await isCommon(tx, asked, userId, onTheWay));
  if (isMany || comesFrom('many')) return orderedPage(tx, asked, userId, many);
  const best = { matching, rank: tx`ts_rank(t.search, ${query}, 1)`, sort, name: name('words') };
  const { matches, ...page } = await pageOfFew(tx, asked, userId, best);
  if (matches > few && !comesFrom('words')) return orderedPage(tx, asked, userId, many);
  const isAnswer = matches > 0 || asked.cursor !== undefined || (await wordsAreUsed(tx, query, userId));
  return isAnswer ? page : null;
}

async function byParts(search: Search, pattern: Fragment): Promise<TaskPage> {
  const { tx, asked, userId, inOrder: sort, name } = search;
  const found = { sort, name: name('parts') };
  const matching = tx`and fold(t.title) like ${pattern}`;
  const onTheWay = tx`and coalesce(fold(t.title) like (select ${pattern}), false)`;
  const isMany = asked.cursor === undefined && (await isCommon(tx, asked, userId, onTheWay));
  if (!isMany) {
    const { matches, ...page } = await pageOfFew(tx, asked, userId, { ...found, matching });
    if (matches <= few && (matches > 0 || asked.cursor === undefined)) return page;
  }
  return orderedPage(tx, asked, userId, { ...found, matching: onTheWay });
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
  const look = tx`
    select from project_members m
    where m.user_id = ${userId}
      and exists (select from my_tasks t where t.project_id = m.project_id and t.search @@ ${query})
    limit 1
  `;
  return (await plannedAnew(tx, look)).length > 0;
}
