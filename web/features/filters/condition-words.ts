import { dateWithYear } from '../../lib/local-time.ts';
import type { FilterWords } from '../../words/use-filter-words.ts';
import type { Words } from '../../words/words.ts';
import type { Conditions } from './conditions.ts';

/** All that conditions are said with. */
export type ConditionWords = Words & { filters: FilterWords };

export type ConditionName = keyof FilterWords['names'];

/** What projects are called; of one that is gone, or not read yet, undefined. */
export type NameOf = (projectId: string) => string | undefined;

/** What is asked for, chip by chip; undefined where nothing is. */
export function conditionInWords(
  name: ConditionName,
  asked: Conditions,
  words: ConditionWords,
  nameOf: NameOf,
): string | undefined {
  const { filters: said, tasks } = words;
  const list = (items: readonly string[]) => items.join(', ') || undefined;
  switch (name) {
    case 'due':
      return list([
        ...(asked.due ?? []).toSorted((one, other) => order(one) - order(other)).map((one) => said.due[one]),
        ...(asked.dueWithin ? [said.within(asked.dueWithin)] : []),
        ...(asked.dueFrom || asked.dueTo ? [daysInWords(asked, words)] : []),
      ]);
    case 'priority':
      return list((asked.priority ?? []).map((one) => tasks.priorities[one - 1]!));
    case 'label':
      return asked.label?.join(asked.labelMatch === 'all' ? ' + ' : ', ');
    case 'project':
      return list((asked.project ?? []).map((id) => nameOf(id) ?? said.projectGone));
    case 'status':
      return asked.status && said.status[asked.status];
    case 'recurring':
      return asked.recurring && said.recurring[asked.recurring];
    case 'assignee': {
      const { assignee } = asked;
      if (!assignee) return undefined;
      return assignee === 'me' || assignee === 'nobody' ? said.assignee[assignee] : said.assignee.other;
    }
    case 'sort':
      return asked.sort === 'created' || asked.sort === 'due' ? said.sort[asked.sort] : undefined;
  }
}

/** From which day to which, where either is asked for. */
export function daysInWords({ dueFrom, dueTo }: Conditions, words: ConditionWords): string {
  const [from, to] = [dueFrom, dueTo].map((date) => (date ? dateWithYear(date, words) : ''));
  return words.filters.between(from!, to!);
}

/** Where the words alone would not say what they are about: "None" is what? */
export const withName = (
  name: ConditionName,
  shown: string,
  { filters: { names } }: ConditionWords,
): string => (name === 'priority' ? `${names[name]}: ${shown}` : shown);

const order = (group: string): number => ['overdue', 'today', 'upcoming', 'none'].indexOf(group);
