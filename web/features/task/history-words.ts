import type { HistoryEntry } from '@zerodo/domain/queries';
import type { TaskWords } from '../../words/use-task-words.ts';

/** "Created", "Changed title and due date": one line for `dev.zerodo.task.<verb>.v1`. */
export function historyInWords(
  { type, changed }: Pick<HistoryEntry, 'type' | 'changed'>,
  words: TaskWords,
): string {
  const verb = type.split('.')[3] ?? '';
  if (verb !== 'updated') return words.verbs[verb as keyof TaskWords['verbs']] ?? verb;
  const names = changed.flatMap((field) => words.fields[field as keyof TaskWords['fields']] ?? []);
  const last = names.pop();
  if (!last) return words.verbs.updated;
  return words.changedFields(names.length > 0 ? `${names.join(', ')} ${words.and} ${last}` : last);
}
